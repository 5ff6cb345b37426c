package org.triviumcrm.calendar.view;

/** What has a time in a calendar; called as activities are. */
public enum EntryKind {
    MEETING("users"),
    CALL("phone"),
    TASK("list-check");

    private final String icon;

    EntryKind(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }
}
