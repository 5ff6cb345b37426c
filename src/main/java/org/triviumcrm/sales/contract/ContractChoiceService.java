package org.triviumcrm.sales.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.customer.ContractCatalogue;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.Search;
import org.triviumcrm.shared.web.Option;

/** The contracts, as tickets name them. */
@Service
class ContractChoiceService implements ContractCatalogue {

    private static final int CHOICES = 20;

    private final Search search;
    private final ContractRelatedRepository contracts;

    ContractChoiceService(Search search, ContractRelatedRepository contracts) {
        this.search = search;
        this.contracts = contracts;
    }

    @Override
    @CanViewContracts
    @Transactional(readOnly = true)
    public List<Option> find(Viewer viewer, @Nullable String typed) {
        return search.choices(viewer, ContractList.NOUN, typed == null ? "" : typed, CHOICES).stream()
                .map(hit -> new Option(hit.id(), hit.text()))
                .toList();
    }

    @Override
    @SignedIn
    @Transactional(readOnly = true)
    public @Nullable String name(Viewer viewer, long id) {
        return viewer.can("sales.contract.view") ? contracts.name(viewer, id) : null;
    }
}
