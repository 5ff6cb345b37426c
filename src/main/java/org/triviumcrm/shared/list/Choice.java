package org.triviumcrm.shared.list;

/** One value to choose and the text that stands for it, already in the reader's language. */
public record Choice(String value, String text) {}
