package org.triviumcrm.marketing.cost;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;

/** When costs are warned about. */
@Service
public class CostWarningService {

    private final CostWarningRepository repository;
    private final CostWarnings warnings;

    CostWarningService(CostWarningRepository repository, CostWarnings warnings) {
        this.repository = repository;
        this.warnings = warnings;
    }

    /** Per cent of the budget from which on costs are warned about. */
    @CanSetCostWarning
    @Transactional(readOnly = true)
    public int percent(Viewer viewer) {
        return repository.percent();
    }

    /** Marks what has passed it already; nobody is told, as nothing was spent. */
    @CanSetCostWarning
    @Transactional
    public void change(Viewer viewer, SaveCostWarning input) {
        warnings.tell();
        repository.change(input.percent());
    }
}
