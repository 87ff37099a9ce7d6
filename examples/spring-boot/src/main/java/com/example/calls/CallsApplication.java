package com.example.calls;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** A server of Bird's calls, in memory. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CallsApplication {
    public static void main(String[] args) {
        SpringApplication.run(CallsApplication.class, args);
    }
}
