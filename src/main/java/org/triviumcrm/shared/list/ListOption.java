package org.triviumcrm.shared.list;

/** A column to choose: its title, and whether and at which place it is shown. */
public record ListOption(String key, String title, boolean shown, int position) {}
