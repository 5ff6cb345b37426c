package org.triviumcrm.identity;

import java.util.List;

/**
 * What a module adds to the choices of the role editor. Each permission and record type has a message
 * {@code permission.<permission>} and {@code record.<type>}.
 */
public interface PermissionSource {

    /** In the order of the editor, such as {@code sales.opportunity.view}. */
    List<String> permissions();

    /** Kinds of records whose rows are scoped by owner and team, such as {@code opportunity}. */
    List<String> recordTypes();
}
