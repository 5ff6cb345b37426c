package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.HtmlUtils;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/**
 * Every form, new ones by themselves: whatever is wrong with what was typed is said at the field, in the language of the
 * person, and everything typed is still there.
 */
@IntegrationTest
@TestInstance(Lifecycle.PER_CLASS)
class FormTests {

    private static final String TOO_LONG = "long ".repeat(6000);

    /**
     * Buttons and lists of what is there: nothing is typed, so there is nothing to show again. The form to ask for an approval is
     * there only where one is needed: AskingForAnApprovalTests.
     */
    private static final Set<String> NOTHING_TYPED = Set.of(
            "/approvals/submissions",
            "/imports/{id}/format",
            "/sales/opportunities/{id:\\d+}/members/removal",
            "/sales/opportunities/{id:\\d+}/move",
            "/sales/opportunities/{id:\\d+}/reopening",
            "/marketing/campaigns/{id:\\d+}/arrivals",
            "/marketing/campaigns/{id:\\d+}/arrivals/undoing",
            "/marketing/participants/statuses",
            "/marketing/participants/corrections",
            "/marketing/participants/removals",
            "/marketing/audiences/members/opt-outs",
            "/marketing/audiences/members/opt-ins",
            "/marketing/audiences/members/removals",
            "/marketing/audiences/members/removals/undoing",
            "/sales/pool/claims",
            "/sales/pool/claims/undoing");

    private static final Set<String> LANGUAGES = Set.of("en", "zh-CN");

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    SampleCompany company;

    @Autowired
    JdbcClient database;

    @Autowired
    Validator validator;

    Stream<Endpoint> forms() {
        return Endpoint.all(requestMappingHandlerMapping).stream()
                .filter(endpoint -> endpoint.writes() && Form.of(endpoint).isPresent())
                .filter(endpoint -> form(endpoint).checked() && !NOTHING_TYPED.contains(endpoint.pattern()));
    }

    Stream<Endpoint> formsWithTypes() {
        return forms().filter(endpoint -> !unreadable(endpoint).isEmpty());
    }

    Stream<Endpoint> formsWithTexts() {
        return forms().filter(endpoint -> !tooLong(endpoint).isEmpty());
    }

    Stream<Endpoint> formsWithDuties() {
        return forms().filter(endpoint -> !missing(endpoint).isEmpty());
    }

    Stream<Endpoint> formsWithBoth() {
        return formsWithTypes().filter(endpoint -> !missing(endpoint).isEmpty());
    }

    @Test
    void areManyAndAllChecked() {
        assertThat(forms()).hasSizeGreaterThan(25);
        assertThat(Endpoint.all(requestMappingHandlerMapping).stream()
                        .filter(endpoint ->
                                endpoint.writes() && Form.of(endpoint).isPresent())
                        .map(FormTests::form)
                        .filter(form -> !form.checked())
                        .map(form -> form.type().getSimpleName()))
                .as("forms that nothing checks; those with rows: ImportFormsTests")
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("formsWithTypes")
    void whatCanNotBeReadIsSaid(Endpoint endpoint) throws Exception {
        refuses(endpoint, unreadable(endpoint));
    }

    @ParameterizedTest
    @MethodSource("formsWithTexts")
    void whatIsTooLongIsSaid(Endpoint endpoint) throws Exception {
        refuses(endpoint, tooLong(endpoint));
    }

    @ParameterizedTest
    @MethodSource("formsWithDuties")
    void whatIsMissingIsSaid(Endpoint endpoint) throws Exception {
        refuses(endpoint, missing(endpoint));
    }

    /** A value that can't be read must not keep the other fields' messages back until the next attempt. */
    @ParameterizedTest
    @MethodSource("formsWithBoth")
    void whatIsMissingIsSaidBesideWhatCanNotBeRead(Endpoint endpoint) throws Exception {
        Map<String, String> wrong = missing(endpoint);
        wrong.putAll(unreadable(endpoint));
        refuses(endpoint, wrong);
    }

    private void refuses(Endpoint endpoint, Map<String, String> wrong) throws Exception {
        if (!endpoint.pattern().equals("/setup")) {
            company.found();
        }
        for (String language : LANGUAGES) {
            String page = formOf(post(endpoint, wrong, language), endpoint.path(company));
            List<String> problems = new ArrayList<>(unsent(endpoint, page));
            wrong.forEach((field, typed) -> {
                if (!isTyped(page, field)) {
                    return;
                }
                String message = message(page, field);
                if (message == null) {
                    problems.add(field + " says nothing");
                } else if (language.equals("en")
                                == Pattern.compile("\\p{IsHan}")
                                        .matcher(message)
                                        .find()
                        || message.matches(".*[{}].*|.*must .*|.*typeMismatch.*|.*[Ff]ailed to.*")) {
                    problems.add(field + " says in " + language + ": " + message);
                }
                if (!isStillThere(page, field, typed)) {
                    problems.add(field + " has lost what was typed");
                }
            });
            if (!problems.isEmpty()) {
                fail(problems + " in " + page);
            }
        }
    }

    /** What the form never sends and can't be left out: whoever fills it in is told to look at fields that aren't there. */
    private static List<String> unsent(Endpoint endpoint, String page) {
        return form(endpoint).fields().entrySet().stream()
                .filter(field ->
                        field.getValue().isPrimitive() && form(endpoint).type().isRecord())
                .map(Map.Entry::getKey)
                .filter(field ->
                        !page.matches("(?s).*<(input|select|textarea|button)[^>]*\\bname=\"_?" + field + "\".*"))
                .map(field -> field + " is not in the form")
                .toList();
    }

    private String post(Endpoint endpoint, Map<String, String> wrong, String language) throws Exception {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.post(endpoint.path(company)).with(csrf());
        if (endpoint.pattern().equals("/setup")) {
            request.locale(java.util.Locale.forLanguageTag(language));
        } else {
            database.sql("update person set locale = ? where id = ?")
                    .params(language, company.administrator().personId())
                    .update();
            request.with(signedIn(company.administrator()));
        }
        endpoint.parameters(company).forEach(request::param);
        if (endpoint.htmx()) {
            request.header("HX-Request", "true");
        }
        Map<String, String> values = new LinkedHashMap<>(form(endpoint).filledIn(company));
        values.putAll(wrong);
        values.forEach(request::param);
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(422);
        return answer.getContentAsString();
    }

    private static Form form(Endpoint endpoint) {
        return Form.of(endpoint).orElseThrow();
    }

    private Map<String, String> unreadable(Endpoint endpoint) {
        return wrong(endpoint, field -> {
            Class<?> type = form(endpoint).fields().get(field);
            return type == LocalDate.class || type == LocalDateTime.class
                    ? "31.12.26"
                    : type == BigDecimal.class || type == Integer.class || type == Short.class || type == int.class
                            ? "a dozen"
                            : null;
        });
    }

    private Map<String, String> tooLong(Endpoint endpoint) {
        return wrong(
                endpoint,
                field -> has(endpoint, field, Size.class::isInstance)
                                && form(endpoint).fields().get(field) == String.class
                        ? TOO_LONG.strip()
                        : null);
    }

    private Map<String, String> missing(Endpoint endpoint) {
        return wrong(
                endpoint,
                field -> has(endpoint, field, duty -> duty instanceof NotBlank || duty instanceof NotNull) ? "" : null);
    }

    private static Map<String, String> wrong(Endpoint endpoint, java.util.function.Function<String, String> value) {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (String field : form(endpoint).fields().keySet()) {
            String typed = field.equals("version") ? null : value.apply(field);
            if (typed != null) {
                wrong.put(field, typed);
            }
        }
        return wrong;
    }

    private boolean has(Endpoint endpoint, String field, Predicate<Object> wanted) {
        PropertyDescriptor property =
                validator.getConstraintsForClass(form(endpoint).type()).getConstraintsForProperty(field);
        return property != null
                && property.getConstraintDescriptors().stream()
                        .map(ConstraintDescriptor::getAnnotation)
                        .anyMatch(wanted);
    }

    /** The form that sends to this address. */
    private static String formOf(String page, String path) {
        Matcher form = Pattern.compile(
                        "<form[^>]* action=\"" + Pattern.quote(path) + "(\\?[^\"]*)?\".*?</form>", Pattern.DOTALL)
                .matcher(page);
        assertThat(form.find()).as("a form for %s in %s", path, page).isTrue();
        return form.group();
    }

    /** Whether the form has this field, and lets people see it. */
    private static boolean isTyped(String page, String field) {
        return Pattern.compile("<(input|select|textarea)[^>]*\\bname=\"" + field + "\"[^>]*>")
                .matcher(page)
                .results()
                .anyMatch(input -> !input.group().contains("type=\"hidden\""));
    }

    /** What stands where the field's {@code aria-describedby} says, or null. */
    private static String message(String form, String field) {
        Matcher place = Pattern.compile(
                        "<(?:input|select|textarea)(?=[^>]* name=\"" + field + "\")[^>]* aria-describedby=\"([^\"]+)\"")
                .matcher(form);
        String id = place.find() ? place.group(1) : field + "-more";
        Matcher more = Pattern.compile(
                        "id=\"" + id + "\">\\s*((?:<div class=\"invalid-feedback[^>]*>[^<]*</div>\\s*)+)")
                .matcher(form);
        return more.find()
                ? HtmlUtils.htmlUnescape(more.group(1).replaceAll("<[^>]*>", " "))
                        .strip()
                : null;
    }

    /** Passwords are never shown again. */
    private static boolean isStillThere(String page, String field, String typed) {
        return typed.isEmpty()
                || page.contains(HtmlUtils.htmlEscape(typed))
                || page.contains("type=\"password\" id=\"" + field);
    }
}
