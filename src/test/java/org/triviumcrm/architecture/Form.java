package org.triviumcrm.architecture;

import jakarta.validation.Valid;
import java.beans.PropertyDescriptor;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.BeanUtils;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.triviumcrm.support.ticket.TicketStatus;
import org.triviumcrm.testing.SampleCompany;

/** What a form is bound to, as the handler that takes it declares it. */
record Form(Class<?> type, boolean checked) {

    /** What pages send that an administrator may well have typed, by the ends of the fields' names. */
    private static final Map<String, String> TYPED = Map.of(
            "email", "ann@example.com",
            "currency", "USD",
            "language", "en",
            "timeZone", "UTC",
            "theme", "auto",
            "signInName", "sample.sign.in",
            "assword", "a Passphrase of 7 words",
            "website", "www.example.com",
            "phone", "+1 555 0100",
            "query", "");

    /** Whole numbers that stand for no record. */
    private static final Set<String> COUNTS = Set.of("impressions", "clicks", "leads", "orders", "number");

    /** Which record a number stands for, where the name of the field does not say so. */
    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("ownerId", "person"),
            Map.entry("managerId", "person"),
            Map.entry("deputyId", "person"),
            Map.entry("reasonId", "lost_reason"),
            Map.entry("methodId", "marketing_term"),
            Map.entry("planId", "annual_plan"),
            Map.entry("method", "marketing_term"),
            Map.entry("categoryId", "cost_category"),
            Map.entry("poolId", "opportunity_pool"),
            Map.entry("priceListId", "price_list"),
            Map.entry("calendar", "business_calendar"),
            Map.entry("calendarId", "business_calendar"),
            Map.entry("policy", "sla_policy"),
            Map.entry("axisId", "market_axis"),
            Map.entry("segment", "segment"),
            Map.entry("rule", "score_rule"),
            Map.entry("breachQueueId", "ticket_queue"),
            Map.entry("breachPersonId", "person"),
            Map.entry("toStageId", "other_stage"),
            Map.entry("id", "opportunity"),
            Map.entry("upTo", "notice"),
            Map.entry("flow", "approval_flow"),
            Map.entry("draft", "approval_flow_version"),
            Map.entry("taskId", "approval_task"),
            Map.entry("fromId", "audience"),
            Map.entry("layout", "saved_view"),
            Map.entry("keeperId", "person"),
            Map.entry("agentId", "person"),
            Map.entry("queueId", "ticket_queue"),
            Map.entry("newQueueId", "ticket_queue"),
            Map.entry("intoId", "other_ticket"),
            Map.entry("typeId", "ticket_type"),
            Map.entry("articleCategoryId", "article_category"),
            Map.entry("productCategoryId", "product_category"),
            Map.entry("unitId", "product_unit"),
            Map.entry("taxRateId", "tax_rate"),
            Map.entry("templateId", "quote_template"),
            Map.entry("signatoryId", "person"),
            Map.entry("instalmentId", "instalment"),
            Map.entry("before", "ticket_message"));

    static Optional<Form> of(Endpoint endpoint) {
        return Arrays.stream(endpoint.handler().getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(ModelAttribute.class)
                        || parameter.isAnnotationPresent(Valid.class))
                .findFirst()
                .map((Parameter parameter) ->
                        new Form(parameter.getType(), parameter.isAnnotationPresent(Valid.class)));
    }

    /** The fields and their types, in the order of their declaration. */
    Map<String, Class<?>> fields() {
        Map<String, Class<?>> fields = new LinkedHashMap<>();
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                fields.put(component.getName(), component.getType());
            }
        } else {
            for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
                if (property.getWriteMethod() != null) {
                    fields.put(property.getName(), property.getPropertyType());
                }
            }
        }
        return fields;
    }

    /** Values that are accepted. */
    Map<String, String> filledIn(SampleCompany company) {
        Map<String, String> values = new LinkedHashMap<>();
        fields().forEach((field, fieldType) ->
                sample(field, fieldType, company).ifPresent(value -> values.put(field, value)));
        return values;
    }

    /** A value of a type that can be converted and makes sense for a field of that name; nothing for rows and ticks. */
    static Optional<String> sample(String field, Class<?> type, SampleCompany company) {
        if (field.equals("who")) {
            return Optional.of("lead:" + company.id("lead"));
        }
        if (field.equals("noun")) {
            return Optional.of("customer");
        }
        if (type == String.class) {
            return Optional.of(TYPED.entrySet().stream()
                    .filter(entry -> field.endsWith(entry.getKey())
                            || field.equals("mobile") && entry.getKey().equals("phone"))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("Sample " + field));
        }
        if (type == LocalDate.class) {
            return Optional.of("2026-03-05");
        }
        if (type == LocalDateTime.class) {
            return Optional.of("2026-03-05T10:00");
        }
        if (type == TicketStatus.class) {
            return Optional.of("OPEN");
        }
        if (type.isEnum()) {
            return Optional.of(((Enum<?>) type.getEnumConstants()[0]).name());
        }
        if (COUNTS.contains(field)) {
            return Optional.of("1");
        }
        if (type == Long.class || type == long.class) {
            return Set.of("version", "parentId", "toId").contains(field)
                    ? Optional.empty()
                    : Optional.of(record(field, company));
        }
        if (field.equals("version")) {
            return Optional.of("0");
        }
        if (field.equals("foundedYear") || field.equals("year")) {
            return Optional.of("2001");
        }
        if (type == boolean.class) {
            return Optional.of("true");
        }
        boolean number = type == BigDecimal.class || type == Integer.class || type == int.class || type == Short.class;
        return number ? Optional.of("1") : Optional.empty();
    }

    private static String record(String field, SampleCompany company) {
        return Long.toString(company.id(RECORDS.getOrDefault(field, field.replaceAll("Id$", ""))));
    }
}
