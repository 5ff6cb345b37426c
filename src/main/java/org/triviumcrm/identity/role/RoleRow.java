package org.triviumcrm.identity.role;

/**
 * A role in the list.
 *
 * @param people active people who have it
 */
public record RoleRow(long id, String name, boolean builtIn, boolean everything, long permissions, long people) {}
