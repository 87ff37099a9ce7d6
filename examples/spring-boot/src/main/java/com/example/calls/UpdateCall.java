package com.example.calls;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** The body of an update. */
record UpdateCall(
        @Pattern(regexp = "completed") String status,
        @Valid @Size(max = 20) List<Command> callFlow) {}
