package com.example.calls;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every error in the one shape that Bird has: a code and a message. */
@RestControllerAdvice
class Errors extends ResponseEntityExceptionHandler {
    @ExceptionHandler
    ResponseEntity<Object> refused(Refused refused) {
        return error(refused.status, refused.code, refused.getMessage());
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception e, Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return error(status, "ValidationError", "The request did not pass validation.");
    }

    private static ResponseEntity<Object> error(HttpStatusCode status, String code, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("code", code, "message", message));
    }
}
