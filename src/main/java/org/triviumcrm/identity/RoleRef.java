package org.triviumcrm.identity;

/** A role as other modules see one; a built-in one is named in the reader's language. */
public record RoleRef(long id, String name) {}
