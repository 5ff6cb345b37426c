package org.triviumcrm.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Option;

/** What a company sells, as campaigns and tickets name it. Implemented by the module that owns the products. */
public interface ProductCatalogue {

    /** A few that fit what was typed, of those that are sold; the first ones when nothing is typed. */
    List<Option> find(Viewer viewer, @Nullable String typed);

    /** What they are called, also those that are not sold any more; ids of nothing are left out. */
    Map<Long, String> names(Collection<Long> ids);
}
