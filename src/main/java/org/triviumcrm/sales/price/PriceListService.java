package org.triviumcrm.sales.price;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.history.EditConflict;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;

/** The lists of prices. */
@Service
public class PriceListService {

    private static final BigDecimal PERCENT = BigDecimal.valueOf(100);

    private final PriceListRepository lists;
    private final PriceReadRepository prices;
    private final Clock clock;

    PriceListService(PriceListRepository lists, PriceReadRepository prices, Clock clock) {
        this.lists = lists;
        this.prices = prices;
        this.clock = clock;
    }

    /** In the order in which they are looked into. */
    @CanViewPrices
    @Transactional(readOnly = true)
    public List<PriceList> all(Viewer viewer) {
        return lists.findByOrderByPositionAscIdAsc();
    }

    /** Those in a currency that can be chosen, and the present one. */
    @CanViewPrices
    @Transactional(readOnly = true)
    public List<Option> options(Viewer viewer, String currency, @Nullable Long present) {
        return lists.findByOrderByPositionAscIdAsc().stream()
                .filter(list ->
                        list.isActive() && list.getCurrency().equals(currency) || Objects.equals(list.getId(), present))
                .map(list -> new Option(list.getId(), list.getName()))
                .toList();
    }

    @CanViewPrices
    @Transactional(readOnly = true)
    PriceList find(Viewer viewer, long id) {
        return lists.findById(id).orElseThrow(NotFound::new);
    }

    @CanManagePrices
    @Transactional(readOnly = true)
    int nextPosition(Viewer viewer) {
        return lists.findByOrderByPositionAscIdAsc().stream()
                        .mapToInt(PriceList::getPosition)
                        .max()
                        .orElse(0)
                + 1;
    }

    @CanManagePrices
    @Transactional(readOnly = true)
    boolean isNameTaken(Viewer viewer, String name, long exceptId) {
        return lists.findByNameIgnoreCase(name.strip())
                .filter(other -> other.getId() != exceptId)
                .isPresent();
    }

    @CanManagePrices
    @Transactional
    long create(Viewer viewer, SavePriceList input) {
        return lists.save(new PriceList(input, clock)).getId();
    }

    /** @throws CurrencyFixed when it has prices and another currency is named */
    @CanManagePrices
    @Transactional
    void update(Viewer viewer, long id, SavePriceList input) {
        PriceList list = find(viewer, id);
        EditConflict.refuseStale(PriceList.class, id, Objects.requireNonNull(input.version()), list.getVersion());
        if (!list.getCurrency().equals(input.currency()) && prices.any(id)) {
            throw new CurrencyFixed();
        }
        list.change(input, clock);
    }

    /** Makes a list of its own out of another's prices, each changed by so many per cent. */
    @CanManagePrices
    @Transactional
    long copy(Viewer viewer, long id, CopyPriceList input) {
        PriceList from = find(viewer, id);
        PriceList made = lists.saveAndFlush(new PriceList(input.list(from, nextPosition(viewer)), clock));
        BigDecimal factor = BigDecimal.ONE.add(input.changeOrNone().divide(PERCENT));
        prices.copy(id, made.getId(), factor, input.stepOrFinest());
        return made.getId();
    }
}
