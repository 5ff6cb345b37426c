package org.triviumcrm.customer.activity;

/** What can stand in a timeline. */
public enum ActivityKind {
    CALL("phone"),
    MEETING("users"),
    NOTE("note"),
    TASK("list-check");

    private final String icon;

    ActivityKind(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }
}
