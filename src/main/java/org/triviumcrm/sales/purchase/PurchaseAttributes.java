package org.triviumcrm.sales.purchase;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.customer.CustomerBehaviour;
import org.triviumcrm.customer.ProductCatalogue;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.web.Option;

/** What customers have bought, signed and turned down; for whoever sees all opportunities, as with {@link PurchaseFilters}. */
@Component
@Order(30)
class PurchaseAttributes implements CustomerAttributeSource {

    private static final String JOIN = "left join customer_purchase bought on bought.customer_id = c.id";

    private static final String BOUGHT =
            "select b.customer_id, b.brought_on as happened, b.product_id as thing from product_revenue b where b.base_amount > 0";

    /** A deal is bought once, however many products it is about. */
    private static final String DEALS =
            "select b.customer_id, b.brought_on as happened, null as thing from customer_revenue b where b.base_amount > 0";

    private static final String SIGNED =
            "select k.customer_id, k.signed_on as happened, null as thing from contract k where k.base_gain is not null and k.revision = 1";

    private static final String LOST =
            "select o.customer_id, o.closed_on as happened, o.product_id as thing from opportunity o where o.state = 'LOST'";

    private static final String OPENED = """
            select q.customer_id, e.at as happened, 'QUOTE' as thing from quote_event e join quote q on q.id = e.quote_id where e.kind = 'OPENED'
            union all
            select k.customer_id, e.at, 'CONTRACT' from contract_event e join contract k on k.id = e.contract_id where e.kind = 'OPENED'""";

    private final MessageSource messages;
    private final ProductCatalogue products;

    PurchaseAttributes(MessageSource messages, ProductCatalogue products) {
        this.messages = messages;
        this.products = products;
    }

    @Override
    public List<CustomerAttribute> attributes(Viewer viewer, Locale locale) {
        return PurchaseFilters.mayAsk(viewer)
                ? List.of(
                        kept("wonAmount", "coalesce(bought.base_won, 0)", FieldKind.MONEY, locale),
                        kept("wins", "coalesce(bought.wins, 0)", FieldKind.NUMBER, locale),
                        kept("lastWonOn", "bought.last_won_on", FieldKind.DATE, locale))
                : List.of();
    }

    @Override
    public List<CustomerBehaviour> behaviours(Viewer viewer, Locale locale) {
        if (!PurchaseFilters.mayAsk(viewer)) {
            return List.of();
        }
        ConditionField product = ConditionField.found(
                "product", say("sales.purchase.product", locale), "/sales/products/choices", this::product);
        return List.of(
                new CustomerBehaviour(behaviour("bought", locale).with(product), BOUGHT, DEALS),
                new CustomerBehaviour(behaviour("signed", locale), SIGNED),
                new CustomerBehaviour(behaviour("lost", locale).with(product), LOST),
                new CustomerBehaviour(behaviour("opened", locale).with(paper(locale)), OPENED));
    }

    private ConditionField paper(Locale locale) {
        return new ConditionField(
                "paper",
                say("sales.purchase.paper", locale),
                FieldKind.CHOICE,
                () -> Stream.of("QUOTE", "CONTRACT")
                        .map(kind -> new Option(kind, say("sales.purchase.paper." + kind, locale)))
                        .toList());
    }

    private CustomerAttribute kept(String key, String sql, FieldKind kind, Locale locale) {
        ConditionField field = ConditionField.typed(key, say("sales.purchase." + key, locale), kind);
        return new CustomerAttribute(field.under(heading(locale)), sql, JOIN, true);
    }

    private ConditionField behaviour(String key, Locale locale) {
        return ConditionField.typed(key, say("sales.purchase.did." + key, locale), FieldKind.EVENTS)
                .under(heading(locale));
    }

    private String heading(Locale locale) {
        return say("sales.purchase.did", locale);
    }

    private String product(String id) {
        Long known = id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
        return known == null ? id : products.names(List.of(known)).getOrDefault(known, id);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
