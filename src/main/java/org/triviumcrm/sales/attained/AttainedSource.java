package org.triviumcrm.sales.attained;

import org.jspecify.annotations.Nullable;

/** What brings amounts that count: the row {@code k} of it has an owner and a team. */
public enum AttainedSource {
    WON(
            "opportunity k",
            "k.closed_on",
            "k.base_amount",
            "k.id",
            "k.state = 'WON'",
            "s.base_amount",
            "opportunity w on w.id = x.id",
            "w.name",
            "'/sales/opportunities/' || w.id",
            null),
    SIGNED(
            "contract k",
            "k.signed_on",
            "k.base_gain",
            "k.opportunity_id",
            "k.base_gain is not null",
            Shares.BY_PERCENT.formatted("k.base_gain"),
            "contract w on w.id = x.id",
            "w.number || ' ' || w.name",
            "'/sales/contracts/' || w.id",
            new Products("contract_gain_product", "g.contract_id", "g.signed_on", "g.base_gain")),
    RECEIVED(
            "receipt k join contract c on c.id = k.contract_id",
            "k.received_on",
            "k.base_amount",
            "c.opportunity_id",
            "k.base_amount <> 0",
            Shares.BY_PERCENT.formatted("k.base_amount"),
            "receipt r on r.id = x.id join contract w on w.id = r.contract_id",
            "w.number || ' ' || w.name",
            "'/sales/contracts/' || w.id || '/payments'",
            new Products("receipt_product", "g.receipt_id", "g.received_on", "g.base_amount"));

    /** What of it each product brings. */
    record Products(String table, String key, String day, String amount) {}

    /** Cumulative, so that what all have together is the whole to the cent. */
    private static final class Shares {
        static final String BY_PERCENT = "round(%1$s * u.upto / 100, 2) - round(%1$s * (u.upto - s.percent) / 100, 2)";
    }

    /** With what says the opportunity. */
    final String rows;

    final String day;
    final String amount;
    final String opportunity;
    final String counts;

    /** Of a person's share {@code s}; the percents up to it are {@code u.upto}. */
    final String share;

    final String record;
    final String name;
    final String place;

    /** Null where the row has one product only. */
    final @Nullable Products products;

    AttainedSource(
            String rows,
            String day,
            String amount,
            String opportunity,
            String counts,
            String share,
            String record,
            String name,
            String place,
            @Nullable Products products) {
        this.rows = rows;
        this.day = day;
        this.amount = amount;
        this.opportunity = opportunity;
        this.counts = counts;
        this.share = share;
        this.record = record;
        this.name = name;
        this.place = place;
        this.products = products;
    }
}
