package com.example.calls;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets in who has the access key. */
@Component
class Access implements HandlerInterceptor, WebMvcConfigurer {
    private final Channel channel;

    Access(Channel channel) {
        this.channel = channel;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/workspaces/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!("AccessKey " + channel.accessKey()).equals(request.getHeader("Authorization"))) {
            throw new Refused(HttpStatus.UNAUTHORIZED, "Unauthorized", "The access key is missing or wrong.");
        }
        return true;
    }
}
