package org.triviumcrm.sales.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.bundle.BundlePart;
import org.triviumcrm.sales.bundle.BundleService;
import org.triviumcrm.sales.cost.ProductCostService;
import org.triviumcrm.sales.price.PriceFinder;
import org.triviumcrm.sales.price.PriceQuestion;
import org.triviumcrm.sales.price.Tier;
import org.triviumcrm.sales.rate.CurrencyRateService;

/** What the products of a quote cost the customer, and the company. */
@Component
class LinePrices {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int SCALE = 4;

    private final OfferedProductRepository products;
    private final PriceFinder finder;
    private final ProductCostService costs;
    private final BundleService bundles;
    private final CurrencyRateService rates;

    LinePrices(
            OfferedProductRepository products,
            PriceFinder finder,
            ProductCostService costs,
            BundleService bundles,
            CurrencyRateService rates) {
        this.products = products;
        this.finder = finder;
        this.costs = costs;
        this.bundles = bundles;
        this.rates = rates;
    }

    /** All that has to be known to price lines of these products, with a few statements however many there are. */
    Priced look(PriceTerms terms, Collection<Long> ids) {
        Viewer job = Viewer.job("sales.log.quote");
        Map<Long, OfferedProduct> offered =
                products.offered(ids, terms.language().startsWith("zh"));
        OfferedProductRepository.Buyer buyer = products.buyer(terms.customerId());
        PriceQuestion question =
                new PriceQuestion(terms.currency(), buyer.region(), buyer.level(), terms.day(), terms.priceListId());
        Map<Long, List<Tier>> tiers = offered.isEmpty() ? Map.of() : finder.find(job, question, offered.keySet());
        Rates converted = new Rates(job, terms);
        return new Priced(terms, offered, tiers, converted, costs(job, terms, offered, converted));
    }

    /** What one of each costs the company, in the currency of the quote; a bundle without a cost of its own costs what is in it. */
    private Map<Long, BigDecimal> costs(
            Viewer job, PriceTerms terms, Map<Long, OfferedProduct> offered, Rates converted) {
        if (offered.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<BundlePart>> parts = new HashMap<>();
        Set<Long> all = new HashSet<>(offered.keySet());
        offered.values().stream().filter(OfferedProduct::bundle).forEach(bundle -> {
            List<BundlePart> inIt = bundles.parts(job, bundle.id());
            parts.put(bundle.id(), inIt);
            inIt.forEach(part -> all.add(part.productId()));
        });
        Map<Long, BigDecimal> known = new HashMap<>();
        costs.on(job, terms.day(), all)
                .forEach((id, cost) ->
                        converted.of(cost.cost(), cost.currency()).ifPresent(amount -> known.put(id, amount)));
        parts.forEach((id, inIt) -> {
            if (!known.containsKey(id)
                    && !inIt.isEmpty()
                    && inIt.stream().allMatch(part -> known.containsKey(part.productId()))) {
                known.put(
                        id,
                        inIt.stream()
                                .map(part -> part.quantity().multiply(known.get(part.productId())))
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .setScale(SCALE, RoundingMode.HALF_UP));
            }
        });
        return known;
    }

    /** Amounts in the currency of the quote; each rate is looked up once. */
    private final class Rates {

        private final Viewer job;
        private final PriceTerms terms;
        private final Map<String, Optional<BigDecimal>> factors = new HashMap<>();

        private Rates(Viewer job, PriceTerms terms) {
            this.job = job;
            this.terms = terms;
        }

        Optional<BigDecimal> of(BigDecimal amount, String currency) {
            return factors.computeIfAbsent(currency, from -> rates.factor(job, from, terms.currency(), terms.day()))
                    .map(factor -> amount.multiply(factor).setScale(SCALE, RoundingMode.HALF_UP));
        }
    }

    /** What is known of the products of a quote. */
    final class Priced {

        private final PriceTerms terms;
        private final Map<Long, OfferedProduct> offered;
        private final Map<Long, List<Tier>> tiers;
        private final Rates converted;
        private final Map<Long, BigDecimal> costs;

        private Priced(
                PriceTerms terms,
                Map<Long, OfferedProduct> offered,
                Map<Long, List<Tier>> tiers,
                Rates converted,
                Map<Long, BigDecimal> costs) {
            this.terms = terms;
            this.offered = offered;
            this.tiers = tiers;
            this.converted = converted;
            this.costs = costs;
        }

        /** The price of so many; empty for what is no product. */
        Optional<LinePrice> price(@Nullable Long id, BigDecimal quantity) {
            OfferedProduct product = id == null ? null : offered.get(id);
            if (product == null) {
                return Optional.empty();
            }
            return Optional.of(Tier.best(tiers.getOrDefault(id, List.of()), quantity)
                    .map(tier -> new LinePrice(product, taxed(tier.amount(), tier.gross(), product), tier.list()))
                    .orElseGet(() -> usual(product)));
        }

        private LinePrice usual(OfferedProduct product) {
            BigDecimal price = product.listPrice();
            String currency = product.currency();
            if (price == null || currency == null) {
                return new LinePrice(product, null, null);
            }
            return converted
                    .of(price, currency)
                    .map(amount -> new LinePrice(product, taxed(amount, false, product), null))
                    .orElseGet(() -> new LinePrice(product, null, null));
        }

        /** Adds the tax where the quote's prices have it and this one has not, and the other way round. */
        private BigDecimal taxed(BigDecimal amount, boolean gross, OfferedProduct product) {
            BigDecimal percent = product.percent();
            if (gross == terms.gross() || percent == null) {
                return amount;
            }
            BigDecimal factor = HUNDRED.add(percent);
            return terms.gross()
                    ? amount.multiply(factor).divide(HUNDRED, SCALE, RoundingMode.HALF_UP)
                    : amount.multiply(HUNDRED).divide(factor, SCALE, RoundingMode.HALF_UP);
        }

        @Nullable
        BigDecimal cost(@Nullable Long id) {
            return id == null ? null : costs.get(id);
        }
    }
}
