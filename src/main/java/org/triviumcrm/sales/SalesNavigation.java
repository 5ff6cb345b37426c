package org.triviumcrm.sales;

import java.util.List;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.web.NavigationEntry;
import org.triviumcrm.shared.web.NavigationSource;

/** The places of the sales module. */
@Component
class SalesNavigation implements NavigationSource {

    @Override
    public List<NavigationEntry> entries() {
        return List.of(
                new NavigationEntry("board", "sales", "/sales/board", "layout-kanban", 210, "sales.opportunity.view"),
                new NavigationEntry(
                        "opportunities", "sales", "/sales/opportunities", "target", 220, "sales.opportunity.view"),
                new NavigationEntry("quotes", "sales", "/sales/quotes", "file-invoice", 222, "sales.quote.view"),
                new NavigationEntry(
                        "contracts", "sales", "/sales/contracts", "file-certificate", 223, "sales.contract.view"),
                new NavigationEntry("receivables", "sales", "/sales/receivables", "cash", 224, "sales.receivable.view"),
                new NavigationEntry("pool", "sales", "/sales/pool", "bucket", 225, "sales.pool.claim"),
                new NavigationEntry("funnel", "sales", "/sales/funnel", "chart-funnel", 230, "sales.funnel.view"),
                new NavigationEntry("forecast", "sales", "/sales/forecast", "chart-bar", 228, "sales.funnel.view"),
                new NavigationEntry("quotas", "sales", "/sales/quotas", "trophy", 232, "sales.funnel.view"),
                new NavigationEntry(
                        "territories", "sales", "/sales/territories", "map-2", 235, "sales.opportunity.view"),
                new NavigationEntry("rivals", "sales", "/sales/competitors", "swords", 238, "sales.opportunity.view"),
                new NavigationEntry(
                        "positioning", "sales", "/sales/positioning", "chart-dots", 239, "sales.positioning.view"),
                new NavigationEntry("products", "sales", "/sales/products", "package", 240, "sales.product.view"),
                new NavigationEntry("price-lists", "sales", "/sales/price-lists", "tags", 242, "sales.product.view"),
                new NavigationEntry(
                        "pipelines",
                        "administration",
                        "/administration/pipelines",
                        "git-branch",
                        840,
                        "sales.pipeline.manage"),
                new NavigationEntry(
                        "pools", "administration", "/administration/pools", "bucket", 845, "sales.pool.manage"),
                new NavigationEntry(
                        "lost-reasons",
                        "administration",
                        "/administration/lost-reasons",
                        "thumb-down",
                        850,
                        "sales.pipeline.manage"),
                new NavigationEntry(
                        "product-categories",
                        "administration",
                        "/administration/product-categories",
                        "category",
                        856,
                        "sales.product.manage"),
                new NavigationEntry(
                        "product-units",
                        "administration",
                        "/administration/product-units",
                        "ruler-2",
                        857,
                        "sales.product.manage"),
                new NavigationEntry(
                        "tax-rates",
                        "administration",
                        "/administration/tax-rates",
                        "receipt-tax",
                        858,
                        "sales.product.manage"),
                new NavigationEntry(
                        "quote-templates",
                        "administration",
                        "/administration/quote-templates",
                        "template",
                        858,
                        "sales.template.manage"),
                new NavigationEntry(
                        "numbers",
                        "administration",
                        "/administration/numbers",
                        "list-numbers",
                        859,
                        "sales.number.manage"),
                new NavigationEntry(
                        "contract-rules",
                        "administration",
                        "/administration/contracts",
                        "file-certificate",
                        859,
                        "sales.contract.manage"),
                new NavigationEntry(
                        "competitors",
                        "administration",
                        "/administration/competitors",
                        "swords",
                        855,
                        "sales.competitor.manage"),
                new NavigationEntry(
                        "assignment",
                        "administration",
                        "/administration/assignment",
                        "arrows-split",
                        845,
                        "sales.assignment.manage"),
                new NavigationEntry(
                        "purges", "administration", "/administration/purges", "trash", 890, "sales.opportunity.purge"),
                new NavigationEntry(
                        "rates",
                        "administration",
                        "/administration/rates",
                        "currency-dollar",
                        860,
                        "sales.pipeline.manage"));
    }

    @Override
    public List<NavigationEntry> creations() {
        return List.of(
                new NavigationEntry(
                        "opportunity", "sales", "/sales/opportunities/new", "target", 10, "sales.opportunity.create"),
                new NavigationEntry("quote", "sales", "/sales/quotes/new", "file-invoice", 12, "sales.quote.create"),
                new NavigationEntry(
                        "contract", "sales", "/sales/contracts/new", "file-certificate", 14, "sales.contract.create"));
    }
}
