package org.triviumcrm.identity.team;

import org.jspecify.annotations.Nullable;

/**
 * A team in the tree as the administration shows it.
 *
 * @param members active people of this team alone
 */
record TeamRow(long id, String name, int depth, @Nullable String manager, int members, boolean removable) {}
