package org.triviumcrm.insight.sold;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.sold.Sold.Buyer;
import org.triviumcrm.insight.sold.Sold.Row;
import org.triviumcrm.insight.sold.Sold.Sum;
import org.triviumcrm.insight.sold.SoldFilter.Place;
import org.triviumcrm.shared.web.NotFound;

/** The rows that figures of sales are made of; their sum is the figure. */
@Service
public class SoldService {

    private final SoldRepository sold;

    SoldService(SoldRepository sold) {
        this.sold = sold;
    }

    /**
     * A page of them. Sales of a campaign's products are counted whoever sees them; those that the viewer does not see are told as a
     * sum.
     *
     * @param most how many rows
     * @throws NotFound for a campaign whose sales the viewer does not see
     */
    @CanViewSold
    @Transactional(readOnly = true)
    public Sold of(Viewer viewer, SoldFilter filter, int most) {
        SoldReach reach = SoldReach.of(viewer);
        Long campaign = filter.campaign();
        if (campaign != null
                && !(viewer.can("marketing.return.view") && sold.isVisible(viewer.scope("campaign"), campaign))) {
            throw new NotFound();
        }
        Sum seen = sold.sum(reach, filter);
        Sum all = campaign != null && !reach.isAll() ? sold.sum(SoldReach.everything(), filter) : seen;
        List<String> names = new ArrayList<>(sold.names(filter));
        Stream.of(filter.region(), filter.industry(), filter.level())
                .filter(Objects::nonNull)
                .filter(text -> !text.equals(SoldFilter.NONE))
                .forEach(names::add);
        if (filter.isByCustomer()) {
            List<Buyer> buyers = sold.buyers(reach, viewer.scope("customer"), filter, most + 1);
            List<Buyer> page = buyers.subList(0, Math.min(most, buyers.size()));
            return new Sold(
                    List.of(),
                    page,
                    all,
                    all.without(seen),
                    names,
                    buyers.size() > most ? nextBuyer(filter, page) : null);
        }
        List<Row> rows = sold.rows(reach, filter, most + 1);
        List<Row> page = rows.subList(0, Math.min(most, rows.size()));
        return new Sold(page, List.of(), all, all.without(seen), names, rows.size() > most ? next(filter, page) : null);
    }

    private static String nextBuyer(SoldFilter filter, List<Buyer> page) {
        Buyer last = page.get(page.size() - 1);
        return filter.after(new Place(last.lastOn(), "BUYER", last.id(), 0)).href();
    }

    private static String next(SoldFilter filter, List<Row> page) {
        Row last = page.get(page.size() - 1);
        return filter.after(new Place(last.broughtOn(), last.kind(), last.id(), last.productId()))
                .href();
    }
}
