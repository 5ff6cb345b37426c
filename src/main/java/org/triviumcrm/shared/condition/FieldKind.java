package org.triviumcrm.shared.condition;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What a field holds that conditions compare, and the Java type in which a record tells its value. */
public enum FieldKind {
    /** In the currency of the company. */
    MONEY(BigDecimal.class),
    NUMBER(BigDecimal.class),
    /** 25 stands for 25 %. */
    PERCENT(BigDecimal.class),
    DATE(LocalDate.class),
    TEXT(String.class),
    /** One of a few, told by its key or its id in digits. */
    CHOICE(String.class),
    /** Any number of a choice at a time, told by their ids in digits, joined by spaces; unknown without any. */
    SEVERAL(String.class),
    /** One of a tree, told by its id. */
    TREE(Long.class),
    /** The team's id. */
    TEAM(Long.class),
    /** The person's id. */
    PERSON(Long.class),
    /** The id of a record, found by typing. */
    RECORD(Long.class),
    BOOLEAN(Boolean.class),
    /** How often something has happened, of a thing and within some days where a condition says so: see {@link Happening}. */
    EVENTS(BigDecimal.class);

    private final Class<?> type;

    FieldKind(Class<?> type) {
        this.type = type;
    }

    /** The class of the values of such a field. */
    public Class<?> type() {
        return type;
    }
}
