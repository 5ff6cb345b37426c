package org.triviumcrm.insight.sold;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/**
 * Which sales somebody sees. A sale is a won opportunity for which nothing was signed, on the day it was won, or what a signed contract
 * or its amendment brings of a product, on the day of the signature: nothing counts twice. It is what {@code product_revenue} says, with
 * whose it is. A contract is seen by who sees it, the opportunity that it is for, or all opportunities.
 */
public record SoldReach(Scope opportunities, Scope contracts) {

    private static final String SCOPED = "scope";
    private static final String OF_PAPERS = "paperScope";

    private static final String SALES = """
            (select 'OPPORTUNITY' as kind, o.id, o.closed_on as brought_on, o.base_amount, o.product_id, o.customer_id, o.owner_id, o.team_id,
                    o.id as deal
             from opportunity o
             where o.state = 'WON' and o.closed_on between :since and :until
               and not exists (select from contract x where x.opportunity_id = o.id and x.base_gain is not null) and %1$s
             union all
             select 'CONTRACT', k.id, g.signed_on, g.base_gain, g.product_id, k.customer_id, k.owner_id, k.team_id, case k.revision when 1 then -k.id end
             from contract_gain_product g
             join contract k on k.id = g.contract_id and k.base_gain is not null and k.signed_on between :since and :until
             left join opportunity o on o.id = k.opportunity_id
             where g.signed_on between :since and :until and (k.revision = 1 or g.base_gain <> 0) and %2$s)""";

    /** The same of all, as it is kept. */
    private static final String KEPT = """
            (select case when v.contract_id is null then 'OPPORTUNITY' else 'CONTRACT' end as kind, coalesce(v.contract_id, v.opportunity_id) as id,
                    v.brought_on, v.base_amount, v.product_id, v.customer_id, v.deal
             from sale v where v.brought_on between :since and :until)""";

    /** Of this viewer. */
    public static SoldReach of(Viewer viewer) {
        return new SoldReach(
                scope(viewer, "opportunity", "sales.opportunity.view"),
                scope(viewer, "contract", "sales.contract.view"));
    }

    /** All of them, whoever sees them: for sums alone. */
    public static SoldReach everything() {
        return new SoldReach(new Scope.Everything(), new Scope.Everything());
    }

    private static Scope scope(Viewer viewer, String kind, String permission) {
        return viewer.can(permission) ? viewer.scope(kind) : new Scope.Nothing();
    }

    /**
     * The sales of the days from {@code :since} to {@code :until}, in brackets: kind, id, brought_on, base_amount in the company's currency, product_id, customer_id, owner_id, team_id, and
     * deal, which counts deals: an amendment has none, a contract of several products has one in all.
     */
    public String sql() {
        String won = opportunities.sql("o");
        return SALES.formatted(won, isAll() ? "true" : "(" + seen("k") + " or o.id is not null and " + won + ")");
    }

    /** The same without owner_id and team_id: where all of them are seen they are read as they are kept, in {@code sale}. */
    public String unowned() {
        return isAll() ? KEPT : sql();
    }

    /** Which contracts of this alias can be opened. */
    String seen(String alias) {
        return contracts.sql(alias).replace(":" + SCOPED, ":" + OF_PAPERS);
    }

    /** Values of the named parameters of {@link #sql}. */
    public Map<String, Object> parameters(LocalDate since, LocalDate until) {
        Map<String, Object> all = new HashMap<>(opportunities.parameters());
        contracts.parameters().forEach((name, value) -> all.put(OF_PAPERS + name.substring(SCOPED.length()), value));
        all.put("since", since);
        all.put("until", until);
        return all;
    }

    /** Whoever sees all opportunities sees what all contracts bring, those without one, too; opening them is another matter. */
    boolean isAll() {
        return opportunities instanceof Scope.Everything;
    }
}
