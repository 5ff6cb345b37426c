package org.triviumcrm.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** The contracts that tickets can name, as far as somebody sees them. Implemented by the module that owns them. */
public interface ContractCatalogue {

    /** A few that fit what was typed; refused to those who see none at all. */
    List<Option> find(Viewer viewer, @Nullable String typed);

    /** Number and name; null when the viewer does not see it. */
    @Nullable
    String name(Viewer viewer, long id);
}
