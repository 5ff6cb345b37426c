package org.triviumcrm.sales.tax;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The list of rates to choose from when an opportunity is lost. */
@Service
public class TaxRateService {

    private final TaxRateRepository rates;
    private final Clock clock;

    TaxRateService(TaxRateRepository rates, Clock clock) {
        this.rates = rates;
        this.clock = clock;
    }

    /** Those that can be chosen. @param present one that is chosen already and may stay so */
    @SignedIn
    @Transactional(readOnly = true)
    public List<Option> options(Viewer viewer, @Nullable Long present) {
        return rates.findByOrderByNameAsc().stream()
                .filter(one -> one.isActive() || present != null && present == one.getId())
                .map(one -> new Option(one.getId(), one.getName()))
                .toList();
    }

    @CanManageTaxRates
    @Transactional(readOnly = true)
    List<TaxRate> all(Viewer viewer) {
        return rates.findByOrderByNameAsc();
    }

    @CanManageTaxRates
    @Transactional(readOnly = true)
    TaxRate find(Viewer viewer, long id) {
        return rates.findById(id).orElseThrow(NotFound::new);
    }

    @CanManageTaxRates
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return rates.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManageTaxRates
    @Transactional
    void create(Viewer viewer, SaveTaxRate input) {
        becomesUsual(input, 0);
        rates.save(new TaxRate(input, clock));
    }

    @CanManageTaxRates
    @Transactional
    void update(Viewer viewer, long id, SaveTaxRate input) {
        TaxRate rate = find(viewer, id);
        EditConflict.refuseStale(TaxRate.class, id, input.version(), rate.getVersion());
        becomesUsual(input, id);
        rate.change(input, clock);
    }

    /** There is one usual rate at most: the one that was it gives way. */
    private void becomesUsual(SaveTaxRate input, long id) {
        if (input.usual() && input.active()) {
            rates.findByUsualTrue().filter(other -> other.getId() != id).ifPresent(other -> other.yield(clock));
            rates.flush();
        }
    }
}
