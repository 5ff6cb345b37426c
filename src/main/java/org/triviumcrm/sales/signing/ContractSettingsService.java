package org.triviumcrm.sales.signing;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;

/** What contracts do by themselves. */
@Service
public class ContractSettingsService {

    private final ContractSettingsRepository repository;

    ContractSettingsService(ContractSettingsRepository repository) {
        this.repository = repository;
    }

    @CanSetUpContracts
    @Transactional(readOnly = true)
    public ContractSettings settings(Viewer viewer) {
        return repository.find();
    }

    /** Holds for what is signed from now on. */
    @CanSetUpContracts
    @Transactional
    void save(Viewer viewer, SaveContractSettings input) {
        repository.save(input.settings());
    }
}
