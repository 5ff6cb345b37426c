package org.triviumcrm.sales.opportunity;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.OpportunityCatalogue;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.Option;

/** The opportunities, as tickets name them. */
@Service
class OpportunityChoiceService implements OpportunityCatalogue {

    private static final int CHOICES = 20;

    private final Search search;
    private final OpportunityPageRepository pages;

    OpportunityChoiceService(Search search, OpportunityPageRepository pages) {
        this.search = search;
        this.pages = pages;
    }

    @Override
    @CanViewOpportunities
    @Transactional(readOnly = true)
    public List<Option> find(Viewer viewer, @Nullable String typed) {
        return search.choices(viewer, "opportunity", typed == null ? "" : typed, CHOICES).stream()
                .map(hit -> new Option(hit.id(), hit.text()))
                .toList();
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, long id) {
        return viewer.can("sales.opportunity.view") ? pages.name(viewer, id) : null;
    }
}
