package org.triviumcrm.support.sla;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.ValueClass;
import org.triviumcrm.shared.condition.ConditionField;
import org.triviumcrm.shared.condition.FieldKind;
import org.triviumcrm.shared.condition.Once;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.support.ticket.TicketChannel;
import org.triviumcrm.support.ticket.TicketPriority;

/** The fields of tickets and their customers that policies can ask. */
@Component
class PolicyFields {

    private final PolicyChoiceRepository choices;
    private final MessageSource messages;

    PolicyFields(PolicyChoiceRepository choices, MessageSource messages) {
        this.choices = choices;
        this.messages = messages;
    }

    /** By key, in the order of the form. */
    Map<String, ConditionField> in(Locale locale) {
        Map<String, ConditionField> fields = new LinkedHashMap<>();
        add(fields, PolicyConditions.LEVEL, "support.ticket.customerLevel", choices::levels, locale);
        add(fields, PolicyConditions.VALUE, "customer.value.class", () -> classes(locale), locale);
        add(fields, PolicyConditions.CONTRACT, "support.sla.contract", () -> contracts(locale), locale);
        add(fields, PolicyConditions.PRIORITY, "support.ticket.priority", () -> priorities(locale), locale);
        add(fields, PolicyConditions.TYPE, "support.ticket.type", choices::types, locale);
        add(fields, PolicyConditions.QUEUE, "support.ticket.queue", choices::queues, locale);
        add(fields, PolicyConditions.CHANNEL, "support.ticket.channel", () -> channels(locale), locale);
        return fields;
    }

    private void add(
            Map<String, ConditionField> fields,
            String key,
            String label,
            Supplier<List<Option>> options,
            Locale locale) {
        fields.put(key, new ConditionField(key, say(label, locale), FieldKind.CHOICE, Once.of(options)));
    }

    /** The most urgent first. */
    List<Option> priorities(Locale locale) {
        List<Option> all = new ArrayList<>(Arrays.stream(TicketPriority.values())
                .map(one -> new Option(one.name(), say("support.ticket.priority." + one, locale)))
                .toList());
        Collections.reverse(all);
        return all;
    }

    private List<Option> contracts(Locale locale) {
        return Stream.of(PolicyConditions.YES, PolicyConditions.NO)
                .map(one -> new Option(one, say("support.sla.contract." + one, locale)))
                .toList();
    }

    private List<Option> classes(Locale locale) {
        return Arrays.stream(ValueClass.values())
                .map(one -> new Option(one.name(), say("customer.value.class." + one, locale)))
                .toList();
    }

    List<Option> channels(Locale locale) {
        return Arrays.stream(TicketChannel.values())
                .map(one -> new Option(one.name(), say("support.ticket.channel." + one, locale)))
                .toList();
    }

    private String say(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }
}
