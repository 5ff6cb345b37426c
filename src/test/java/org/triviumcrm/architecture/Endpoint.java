package org.triviumcrm.architecture;

import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.testing.SampleCompany;

/** One method on one address that the application answers, as its own handler mapping knows it. */
record Endpoint(HttpMethod method, String pattern, boolean htmx, HandlerMethod handler) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");

    /** Which record an address is about; the longest beginning decides. */
    private static final Map<String, String> RECORDS = Map.ofEntries(
            Map.entry("/customers/", "customer"),
            Map.entry("/contacts/", "contact"),
            Map.entry("/tasks/", "activity"),
            Map.entry("/activities/", "activity"),
            Map.entry("/calendar/entries/", "activity"),
            Map.entry("/sales/opportunities/", "opportunity"),
            Map.entry("/marketing/leads/", "lead"),
            Map.entry("/marketing/suspects/", "capture_suspect"),
            Map.entry("/administration/captures/", "capture_key"),
            Map.entry("/sales/leads/", "lead"),
            Map.entry("/sales/customers/", "customer"),
            Map.entry("/marketing/customers/", "customer"),
            Map.entry("/sales/products/", "product"),
            Map.entry("/sales/quotes/", "quote"),
            Map.entry("/sales/contracts/", "contract"),
            Map.entry("/sales/contract-files/", "contract_file"),
            Map.entry("/sales/price-lists/", "price_list"),
            Map.entry("/sales/prices/", "price"),
            Map.entry("/administration/product-categories/", "product_category"),
            Map.entry("/administration/product-units/", "product_unit"),
            Map.entry("/administration/tax-rates/", "tax_rate"),
            Map.entry("/administration/quote-templates/", "quote_template"),
            Map.entry("/marketing/campaigns/", "campaign"),
            Map.entry("/insight/campaigns/", "campaign"),
            Map.entry("/marketing/audiences/", "audience"),
            Map.entry("/marketing/mining/", "mining_model"),
            Map.entry("/marketing/plans/", "annual_plan"),
            Map.entry("/administration/marketing-terms/", "marketing_term"),
            Map.entry("/administration/people/", "person"),
            Map.entry("/sales/forecast/people/", "person"),
            Map.entry("/insight/people/", "person"),
            Map.entry("/sales/quotas/{subject:[A-Z]+}/", "team"),
            Map.entry("/marketing/costs/", "campaign_cost"),
            Map.entry("/marketing/results/", "campaign_result"),
            Map.entry("/administration/teams/", "team"),
            Map.entry("/administration/roles/", "role"),
            Map.entry("/administration/pipelines/", "pipeline"),
            Map.entry("/administration/stages/", "stage"),
            Map.entry("/administration/pools/", "opportunity_pool"),
            Map.entry("/administration/lost-reasons/", "lost_reason"),
            Map.entry("/administration/mail/", "outbox_mail"),
            Map.entry("/notices/", "notice"),
            Map.entry("/approvals/absences/", "approval_absence"),
            Map.entry("/administration/approvals/", "approval_flow"),
            Map.entry("/administration/competitors/", "competitor"),
            Map.entry("/sales/competitors/", "competitor"),
            Map.entry("/sales/positioning/axes/", "market_axis"),
            Map.entry("/sales/positioning/offers/", "market_offer"),
            Map.entry("/approvals/cases/", "approval_case"),
            Map.entry("/approvals/tasks/", "approval_task"),
            Map.entry("/approvals/subjects/", "opportunity"),
            Map.entry("/administration/assignment/", "assignment_rule"),
            Map.entry("/sales/territories/", "territory"),
            Map.entry("/administration/business-hours/", "business_calendar"),
            Map.entry("/administration/promises/", "sla_policy"),
            Map.entry("/customers/segments/", "segment"),
            Map.entry("/marketing/scores/rules/", "score_rule"),
            Map.entry("/marketing/scores/thresholds/", "score_threshold"),
            Map.entry("/imports/", "data_import"),
            Map.entry("/bulk-runs/", "bulk_run"),
            Map.entry("/administration/handovers/", "handover"),
            Map.entry("/support/tickets/", "ticket"),
            Map.entry("/support/macros/", "macro"),
            Map.entry("/support/contacts/", "contact"),
            Map.entry("/support/portal-accounts/", "portal_account"),
            Map.entry("/support/contracts/", "contract"),
            Map.entry("/support/opportunities/", "opportunity"),
            Map.entry("/support/mail-tray/", "inbound_mail"),
            Map.entry("/administration/mailboxes/", "mailbox"),
            Map.entry("/support/customers/", "customer"),
            Map.entry("/support/chats/", "chat"),
            Map.entry("/administration/chat-widgets/", "chat_widget"),
            Map.entry("/support/articles/", "article"),
            Map.entry("/surveys/", "survey"),
            Map.entry("/surveys/customers/", "customer"),
            Map.entry("/surveys/opportunities/", "opportunity"),
            Map.entry("/support/care/", "care_plan"),
            Map.entry("/help/{tag:en|zh}/articles/", "article"),
            Map.entry("/help/{tag:en|zh}/categories/", "article_category"),
            Map.entry("/administration/article-categories/", "article_category"),
            Map.entry("/administration/ticket-queues/", "ticket_queue"),
            Map.entry("/administration/ticket-types/", "ticket_type"),
            Map.entry("/administration/fields/", "custom_field"),
            Map.entry("/lists/{noun}/views/", "saved_view"));

    /** Which record a part of an address names, whatever the address is about. */
    private static final Map<String, String> PARTS = Map.ofEntries(
            Map.entry("formerQuote", "quote_former_paper"),
            Map.entry("formerContract", "contract_former_paper"),
            Map.entry("attachmentId", "approval_attachment"),
            Map.entry("messageId", "ticket_message"),
            Map.entry("receiptId", "receipt"),
            Map.entry("placementId", "market_placement"),
            Map.entry("useId", "mining_use"),
            Map.entry("macroId", "macro"),
            Map.entry("fileId", "ticket_file"),
            Map.entry("fieldId", "ticket_type_field"),
            Map.entry("customFieldId", "custom_field"),
            Map.entry("customChoiceId", "custom_choice"),
            Map.entry("surveyId", "survey"),
            Map.entry("planId", "survey_plan"),
            Map.entry("questionId", "survey_question"),
            Map.entry("responseId", "survey_response"),
            Map.entry("surveyFileId", "survey_file"),
            Map.entry("chatFileId", "chat_file"),
            Map.entry("articlePictureId", "article_picture"));

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("noun", "customer"),
            Map.entry("subject", "TEAM"),
            Map.entry("action", "transfer"),
            Map.entry("target", "customer"),
            Map.entry("column", "owner"),
            Map.entry("handle", "0123456789abcdef"),
            Map.entry("hash", "0123456789ab"),
            Map.entry("field", "name"),
            Map.entry("number", "1"),
            Map.entry("words", "campaign-methods"),
            Map.entry("type", "opportunity"),
            Map.entry("language", "EN"),
            Map.entry("tag", "en"),
            Map.entry("key", "sample-token"),
            Map.entry("feedToken", SampleCompany.FEED_TOKEN),
            Map.entry("token", "sample-survey"));

    /** Those of the application itself, in the order of their addresses; those of customers are tried by {@code PortalAddressTests}. */
    static List<Endpoint> all(RequestMappingHandlerMapping mapping) {
        return of(mapping).filter(endpoint -> !endpoint.isOfThePortal()).toList();
    }

    static List<Endpoint> everywhere(RequestMappingHandlerMapping mapping) {
        return of(mapping).toList();
    }

    private boolean isOfThePortal() {
        return pattern.matches("/portal(/.*)?");
    }

    private static Stream<Endpoint> of(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.triviumcrm."))
                .flatMap(entry -> entry.getKey().getPatternValues().stream()
                        .flatMap(pattern -> methods(
                                        entry.getKey().getMethodsCondition().getMethods())
                                .stream()
                                .map(method -> new Endpoint(
                                        method,
                                        pattern,
                                        entry.getKey()
                                                .getHeadersCondition()
                                                .toString()
                                                .contains("HX-Request"),
                                        entry.getValue()))))
                .sorted(Comparator.comparing(Endpoint::toString));
    }

    /** The address of the sample company's record. */
    String path(SampleCompany company) {
        return VARIABLE.matcher(pattern)
                .replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1), company)));
    }

    /** The parameters that it can't do without, and what is searched for, about the sample company's records. */
    Map<String, String> parameters(SampleCompany company) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Parameter parameter : handler.getMethod().getParameters()) {
            RequestParam asked = parameter.getAnnotation(RequestParam.class);
            boolean needed =
                    asked != null && asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            if (needed || asked != null && parameter.getName().matches("target|q")) {
                parameter(parameter.getName(), parameter.getType(), company)
                        .ifPresent(value -> parameters.put(parameter.getName(), value));
            }
        }
        return parameters;
    }

    private static Optional<String> parameter(String name, Class<?> type, SampleCompany company) {
        return switch (name) {
            case "about" -> Optional.of("customer:" + company.id("customer"));
            case "type", "target" -> Optional.of("customer");
            case "revision" -> Optional.of("0"); // of what has no history
            case "q" -> Optional.of("Sample");
            default -> Form.sample(name, type, company);
        };
    }

    boolean writes() {
        return method != HttpMethod.GET;
    }

    @Override
    public String toString() {
        return pattern + " " + method + (htmx ? " (part)" : "");
    }

    private String value(String variable, SampleCompany company) {
        if (variable.equals("field") && pattern.startsWith("/marketing/leads/")) {
            return "company";
        }
        if (variable.equals("field") && pattern.startsWith("/support/articles/")) {
            return "audience";
        }
        if (NAMES.containsKey(variable)) {
            return NAMES.get(variable);
        }
        if (PARTS.containsKey(variable)) {
            return Long.toString(company.id(PARTS.get(variable)));
        }
        String table = RECORDS.entrySet().stream()
                .filter(entry -> pattern.startsWith(entry.getKey()))
                .max(Comparator.comparing(entry -> entry.getKey().length()))
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new IllegalStateException("Say which record " + pattern + " is about"));
        return Long.toString(company.id(table));
    }

    private static Set<HttpMethod> methods(Set<RequestMethod> declared) {
        return declared.isEmpty()
                ? Set.of(HttpMethod.GET)
                : declared.stream().map(RequestMethod::asHttpMethod).collect(Collectors.toSet());
    }
}
