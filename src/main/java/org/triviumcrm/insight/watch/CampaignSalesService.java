package org.triviumcrm.insight.watch;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.insight.roi.CanViewReturns;
import org.triviumcrm.insight.sold.SoldFilter;
import org.triviumcrm.insight.watch.CampaignSales.Coverage;
import org.triviumcrm.insight.watch.CampaignSales.Row;
import org.triviumcrm.insight.watch.CampaignSales.Sold;
import org.triviumcrm.insight.watch.CampaignSales.Step;
import org.triviumcrm.insight.watch.CampaignSalesRepository.Buyers;
import org.triviumcrm.insight.watch.CampaignSalesRepository.Day;
import org.triviumcrm.insight.watch.CampaignSalesRepository.Product;
import org.triviumcrm.insight.watch.CampaignSalesRepository.Watched;
import org.triviumcrm.insight.watch.SalesWindows.Window;
import org.triviumcrm.shared.format.Format;
import org.triviumcrm.shared.web.NotFound;

/**
 * How sales of what a campaign is for go while it runs and afterwards: of its products, in its region, whoever was addressed. What
 * others did at the same time is in these figures, too; the shares that a campaign has in opportunities are not.
 */
@Service
class CampaignSalesService {

    private final CampaignSalesRepository sales;
    private final Format format;
    private final MessageSource messages;

    CampaignSalesService(CampaignSalesRepository sales, Format format, MessageSource messages) {
        this.sales = sales;
        this.format = format;
        this.messages = messages;
    }

    /** @throws NotFound for a campaign that the viewer does not see */
    @CanViewReturns
    @Transactional(readOnly = true)
    public CampaignSales of(Viewer viewer, long id) {
        Watched campaign = sales.campaign(viewer.scope("campaign"), id).orElseThrow(NotFound::new);
        SalesWindows windows = new SalesWindows(campaign.startOn(), campaign.endOn(), format.today());
        List<LocalDate> starts = windows.steps();
        List<Product> products = sales.products(id);
        List<Day> days = sales.days(campaign, windows.drawn(starts));
        Map<Long, Buyers> buyers = sales.buyers(campaign, windows.yearUpToStart(), windows.lastYear()).stream()
                .collect(Collectors.toMap(Buyers::productId, Function.identity()));
        long customers = sales.customers(campaign.region());
        Rows rows = new Rows(campaign, windows, days, buyers, customers, products);
        return new CampaignSales(
                id,
                campaign.name(),
                campaign.region(),
                windows,
                products.stream().map(rows::of).toList(),
                rows.all(messages.getMessage("insight.watch.all", null, LocaleContextHolder.getLocale())),
                steps(campaign, windows, starts, days, products));
    }

    private List<Step> steps(
            Watched campaign, SalesWindows windows, List<LocalDate> starts, List<Day> days, List<Product> products) {
        List<BigDecimal> now =
                new ArrayList<>(starts.stream().map(day -> BigDecimal.ZERO).toList());
        List<BigDecimal> then = new ArrayList<>(now);
        for (Day day : days.stream().filter(Day::isOfAll).toList()) {
            windows.step(starts, day.on()).ifPresent(i -> now.set(i, now.get(i).add(day.amount())));
            windows.step(starts, day.on().plusYears(1))
                    .ifPresent(i -> then.set(i, then.get(i).add(day.amount())));
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate first = starts.get(i);
            LocalDate last = windows.byWeek() ? first.plusDays(6) : first;
            steps.add(new Step(
                    format.date(first),
                    now.get(i),
                    then.get(i),
                    !first.isBefore(windows.start()) && !first.isAfter(windows.end()),
                    Rows.link(campaign, products, new Window(first, last))));
        }
        return steps;
    }

    /** The lines of the table, from the days that were read once. */
    private record Rows(
            Watched campaign,
            SalesWindows windows,
            List<Day> days,
            Map<Long, Buyers> buyers,
            long customers,
            List<Product> products) {

        Row of(Product product) {
            return row(
                    product.name(),
                    days.stream().filter(day -> day.productId() == product.id()).toList(),
                    List.of(product),
                    buyers.get(product.id()));
        }

        Row all(String name) {
            return row(name, days.stream().filter(Day::isOfAll).toList(), products, buyers.get(0L));
        }

        private Row row(String name, List<Day> some, List<Product> of, @Nullable Buyers bought) {
            return new Row(
                    name,
                    sold(some, of, windows.before()),
                    sold(some, of, windows.during()),
                    sold(some, of, windows.after()),
                    sold(some, of, windows.yearBefore()),
                    new Coverage(
                            bought == null ? 0 : bought.before(),
                            bought == null ? 0 : bought.now(),
                            customers,
                            sold(campaign, of, windows.yearUpToStart())
                                    .byCustomer()
                                    .href(),
                            sold(campaign, of, windows.lastYear()).byCustomer().href()));
        }

        private @Nullable Sold sold(List<Day> some, List<Product> of, Optional<Window> asked) {
            return asked.map(window -> {
                        List<Day> within = some.stream()
                                .filter(day -> window.has(day.on()))
                                .toList();
                        return new Sold(
                                within.stream().map(Day::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                                within.stream().mapToLong(Day::won).sum(),
                                window,
                                link(campaign, of, window));
                    })
                    .orElse(null);
        }

        static String link(Watched campaign, List<Product> of, Window window) {
            return sold(campaign, of, window).href();
        }

        private static SoldFilter sold(Watched campaign, List<Product> of, Window window) {
            SoldFilter sold = SoldFilter.between(window.first(), window.last()).of(campaign.id());
            return of.size() == 1 ? sold.product(of.get(0).id()) : sold;
        }
    }
}
