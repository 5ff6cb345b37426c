package org.triviumcrm;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Trivium, the CRM for the three roads of selling: marketing, sales and customer service. */
@SpringBootApplication
public class Trivium {

    public static void main(String[] args) {
        SpringApplication.run(Trivium.class, args);
    }
}
