package io.callcheck;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.lang.ref.Reference;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What static fields hold that can change, though the fields are final: all sessions of a JVM would share it. */
final class StaticState {
    /** Collections that refuse every change. */
    private static final List<String> FIRM =
            List.of("java.util.ImmutableCollections$", "java.util.Collections$Unmodifiable");

    /** Fields that may hold such a thing, each with its reason. */
    private static final Set<String> EXCEPT = Set.of(
            // Of messages in which nothing comes again there is nothing to learn: its maps stay empty.
            "io.callcheck.expect.Familiar.NOTHING");

    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private StaticState() {}

    /** A line for each static field that holds something that can change. */
    static List<String> of(JavaClasses classes) throws IllegalAccessException {
        List<String> found = new ArrayList<>();
        for (JavaClass each : classes) {
            for (JavaField field : each.getFields()) {
                String name = each.getName() + "." + field.getName();
                if (field.getModifiers().contains(JavaModifier.STATIC) && !EXCEPT.contains(name)) {
                    String within = new StaticState().changing(value(field.reflect(), null));
                    if (!within.isEmpty()) {
                        found.add(name + ": " + within);
                    }
                }
            }
        }
        return found;
    }

    /** The class of what can change in a value; empty when nothing can. */
    private String changing(@Nullable Object value) throws IllegalAccessException {
        if (value == null || !known.add(value)) {
            return "";
        }
        String type = value.getClass().getName();
        boolean collection = value instanceof Collection<?> || value instanceof Map<?, ?>;
        if (collection && FIRM.stream().noneMatch(type::startsWith)) {
            return type;
        }
        boolean holder = value instanceof Reference<?> || value instanceof ThreadLocal<?>;
        if (holder || type.startsWith("java.util.concurrent.atomic.")) {
            return type;
        }
        return within(value);
    }

    /** Of what a collection has, and of what is the kit's own: what others made is their business. */
    private String within(Object value) throws IllegalAccessException {
        List<@Nullable Object> parts = new ArrayList<>();
        if (value instanceof Collection<?> items) {
            parts.addAll(items);
        } else if (value instanceof Map<?, ?> map) {
            parts.addAll(map.keySet());
            parts.addAll(map.values());
        } else if (value.getClass().getName().startsWith("io.callcheck.")) {
            for (Class<?> type = value.getClass(); type != null; type = type.getSuperclass()) {
                for (Field field : type.getDeclaredFields()) {
                    if (!Modifier.isStatic(field.getModifiers())
                            && type.getName().startsWith("io.callcheck.")) {
                        parts.add(value(field, value));
                    }
                }
            }
        }
        for (Object part : parts) {
            String found = changing(part);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static @Nullable Object value(Field field, @Nullable Object of) throws IllegalAccessException {
        field.setAccessible(true);
        return field.get(of);
    }

    /** Fields that are all final. */
    static final class Sample {
        static final Map<String, String> MAP = new ConcurrentHashMap<>();
        static final List<List<String>> WITHIN = List.of(List.of(), new ArrayList<>());
        static final AtomicInteger COUNT = new AtomicInteger();
        static final Holder HOLDER = new Holder();
        static final List<Object> FIRM = List.of("a", Map.of("b", Set.of()), Collections.unmodifiableList(List.of()));

        private Sample() {}

        /** As a cache is held. */
        static final class Holder {
            final Map<String, String> items = new WeakHashMap<>();
        }
    }
}
