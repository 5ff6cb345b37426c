package org.triviumcrm.customer.customer;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.CustomerAttribute;
import org.triviumcrm.customer.CustomerAttributeSource;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.condition.Once;
import org.triviumcrm.shared.web.Option;

/** What stands in the customer's own row. */
@Component
@Order(10)
class CustomerOwnAttributes implements CustomerAttributeSource {

    private static final List<String> WORDS = List.of("industry", "level", "country", "region", "city");

    private final MessageSource messages;
    private final Teams teams;

    CustomerOwnAttributes(MessageSource messages, Teams teams) {
        this.messages = messages;
        this.teams = teams;
    }

    @Override
    public List<CustomerAttribute> attributes(Viewer viewer, Locale locale) {
        Stream<CustomerAttribute> words =
                WORDS.stream().map(word -> own(word(word, locale), word + " collate trivium_words", locale));
        Stream<CustomerAttribute> others = Stream.of(
                own(typed("name", FieldKind.TEXT, locale), "name", locale),
                own(typed("employees", FieldKind.NUMBER, locale), "employees", locale),
                own(typed("annualRevenue", FieldKind.NUMBER, locale), "annual_revenue", locale),
                own(typed("foundedYear", FieldKind.NUMBER, locale), "founded_year", locale),
                own(typed("owner", FieldKind.PERSON, locale), "owner_id", locale),
                own(team(locale), "team_id", locale),
                own(yesNo("noEmail", locale), "no_email", locale),
                own(yesNo("noCall", locale), "no_call", locale),
                day("createdAt", "created_at", locale),
                day("lastActivityAt", "last_activity_at", locale));
        return Stream.concat(words, others).toList();
    }

    private CustomerAttribute own(ConditionField field, String column, Locale locale) {
        return CustomerAttribute.own(field.under(say("customer.customer.one", locale)), column);
    }

    /** Days are those of the company's clock: {@code :zone}. */
    private CustomerAttribute day(String key, String column, Locale locale) {
        ConditionField field = typed(key, FieldKind.DATE, locale).under(say("customer.customer.one", locale));
        return new CustomerAttribute(field, "cast(c." + column + " at time zone :zone as date)", "", true);
    }

    /** One of the texts that occur, found by typing in the list's own filter. */
    private ConditionField word(String key, Locale locale) {
        return ConditionField.found(
                key, label(key, locale), "/lists/customer/choices/" + key, UnaryOperator.identity());
    }

    private ConditionField typed(String key, FieldKind kind, Locale locale) {
        return ConditionField.typed(key, label(key, locale), kind);
    }

    private ConditionField yesNo(String key, Locale locale) {
        return new ConditionField(
                key,
                label(key, locale),
                FieldKind.BOOLEAN,
                () -> List.of(
                        new Option("true", say("shared.condition.yes", locale)),
                        new Option("false", say("shared.condition.no", locale))));
    }

    private ConditionField team(Locale locale) {
        return new ConditionField(
                "team",
                label("team", locale),
                FieldKind.TEAM,
                Once.of(() -> teams.tree().stream()
                        .map(team -> new Option(String.valueOf(team.id()), team.path()))
                        .toList()));
    }

    private String label(String key, Locale locale) {
        return say("customer.customer." + key, locale);
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
