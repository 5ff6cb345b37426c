package org.triviumcrm.shared.web;

/** One choice of a select or a typed search. */
public record Option(Object value, String text) {}
