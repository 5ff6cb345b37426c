package org.triviumcrm.shared.list;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a filter asks. The token is the last part of the parameter's name: {@code f.name.contains=acme}. */
public enum Operator {
    ANY(""),
    STARTS("starts"),
    EQUALS("equals"),
    CONTAINS("contains"),
    RANGE("range"),
    EMPTY("empty"),
    PRESENT("present");

    private final String token;

    Operator(String token) {
        this.token = token;
    }

    static Optional<Operator> of(@Nullable String token) {
        return Arrays.stream(values())
                .filter(operator -> operator.token.equals(token))
                .findFirst();
    }

    public String token() {
        return token;
    }

    /** Whether it asks without a value: empty or not. */
    public boolean isBare() {
        return this == EMPTY || this == PRESENT;
    }
}
