package org.triviumcrm.sales.rate;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.SignedIn;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.money.Rounding;

/** To what the totals of quotes and contracts are rounded. */
@Service
@Transactional(readOnly = true)
public class CurrencyRoundingService {

    private final CurrencyRoundingRepository roundings;

    CurrencyRoundingService(CurrencyRoundingRepository roundings) {
        this.roundings = roundings;
    }

    /** To the step that was chosen for a currency, else to its smallest unit. Whoever saves an amount needs it. */
    @SignedIn
    public Rounding ofTotals(Viewer viewer, String currency) {
        return roundings.step(currency).map(Rounding::new).orElseGet(() -> Rounding.of(currency));
    }

    @CanManageRates
    public List<CurrencyRounding> all(Viewer viewer) {
        return roundings.all();
    }

    /** Counts for what is saved from now on. @throws RoundingRefusal when the step is no multiple of the smallest unit */
    @CanManageRates
    @Transactional
    public void save(Viewer viewer, CurrencyRounding rounding) {
        if (Rounding.of(rounding.currency()).round(rounding.step()).compareTo(rounding.step()) != 0) {
            throw new RoundingRefusal("step", "sales.rounding.error.multiple");
        }
        roundings.save(rounding);
    }

    @CanManageRates
    @Transactional
    public void remove(Viewer viewer, String currency) {
        roundings.remove(currency);
    }
}
