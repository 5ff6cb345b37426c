package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;
import org.triviumcrm.testing.SampleFlows;

/** What products cost, and what they leave, is on no page of a quote or contract for those who may not see costs, whatever they open. */
@IntegrationTest
class CostsAreHiddenTests {

    /** Each costs 60.37, two are sold at 95.00: 69.26 of 190.00 are left, which is 36.5 %. */
    private static final List<String> SECRETS = List.of("60.37", "120.74", "69.26", "36.45", "36.5");

    @Autowired
    MockMvc mvc;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    SampleCompany company;

    @Autowired
    SampleFlows flows;

    @Autowired
    Accounts accounts;

    @Autowired
    QuoteService quotes;

    @Autowired
    ContractService contracts;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    private final Map<String, Long> papers = new TreeMap<>();
    private Viewer seller;
    private Viewer boss;

    @BeforeEach
    void papersWithAMargin() {
        company.found();
        company.endCase();
        boss = company.administrator();
        seller = accounts.representative(accounts.team("West", null));
        ContractSample sample = new ContractSample(database, seller);
        sample.quotes().found();
        database.sql("update product_cost set cost = 60.37").update();
        papers.put(
                "quote",
                quotes.create(seller, sample.quotes().quote(QuoteSample.line(QuoteSample.SERVER, "2", "95", null))));
        papers.put(
                "contract",
                contracts.create(seller, sample.contract(QuoteSample.line(QuoteSample.SERVER, "2", "95", null))));
        entities.flush();
    }

    @Test
    void onNoPageOfAPaper() throws Exception {
        assertThat(seller.can("sales.cost.view")).isFalse();
        int opened = 0;
        for (Map.Entry<String, Long> paper : papers.entrySet()) {
            String path = "/sales/" + paper.getKey() + "s/";
            assertThat(found(boss, path + paper.getValue()))
                    .as("who may see costs")
                    .contains("69.26", "36.5");
            for (String pattern : pages(path)) {
                String address = pattern.replaceAll("\\{id[^}]*}+", "" + paper.getValue());
                assertThat(found(seller, address)).as(address).isEmpty();
                opened += shown(seller, address) ? 1 : 0;
            }
        }
        assertThat(opened)
                .as("show, form, history, differences, letters and more, of both")
                .isGreaterThan(12);
    }

    @Test
    void notWhileTyping() throws Exception {
        for (String paper : papers.keySet()) {
            assertThat(found(boss, typed(paper, "sums"))).contains("69.26", "36.5");
            assertThat(found(seller, typed(paper, "sums"))).isEmpty();
            assertThat(found(seller, typed(paper, "prices"))).isEmpty();
        }
    }

    /** The steps that a small margin leads to are named; how small it is, is not. */
    @Test
    void notByAnApprovalThatAsksForIt() throws Exception {
        for (Map.Entry<String, Long> paper : papers.entrySet()) {
            flows.active(
                    paper.getKey(),
                    "RELEASE",
                    null,
                    ConditionGroup.all(new Condition("margin", Comparison.LESS_THAN, "50")),
                    SampleFlows.anyOf(boss));
            String place = "/sales/" + paper.getKey() + "s/" + paper.getValue();
            assertThat(found(seller, place)).isEmpty();
            assertThat(found(seller, post(place + "/release").with(csrf()))).isEmpty();
            MockHttpServletResponse answer = mvc.perform(post("/approvals/submissions")
                            .param("kind", "RELEASE")
                            .param("action", "{}")
                            .param("type", paper.getKey())
                            .param("id", "" + paper.getValue())
                            .param("back", place)
                            .with(csrf())
                            .with(signedIn(seller)))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).as(answer.getContentAsString()).isBetween(200, 303);
            List<Long> cases = database.sql("select id from approval_case where subject_type = ? and subject_id = ?")
                    .params(paper.getKey(), paper.getValue())
                    .query(Long.class)
                    .list();
            assertThat(cases).as(paper.getKey()).hasSize(1);
            assertThat(found(seller, "/approvals/cases/" + cases.get(0))).isEmpty();
            assertThat(found(seller, place + "/history")).isEmpty();
        }
    }

    /** Addresses of pages about one paper alone. */
    private List<String> pages(String path) {
        return Endpoint.all(requestMappingHandlerMapping).stream()
                .filter(endpoint -> endpoint.method().equals(HttpMethod.GET))
                .map(Endpoint::pattern)
                .filter(pattern -> pattern.startsWith(path + "{id"))
                .filter(pattern -> pattern.chars().filter(sign -> sign == '{').count() == 1)
                .distinct()
                .toList();
    }

    private static MockHttpServletRequestBuilder typed(String paper, String what) {
        return post("/sales/" + paper + "s/" + what)
                .param("currency", "USD")
                .param("language", "en")
                .param("customerId", "" + QuoteSample.CUSTOMER)
                .param("quotedOn", java.time.LocalDate.now().toString())
                .param("datedOn", java.time.LocalDate.now().toString())
                .param("startsOn", java.time.LocalDate.now().toString())
                .param("product", "" + QuoteSample.SERVER)
                .param("lines[0].kind", "ITEM")
                .param("lines[0].productId", "" + QuoteSample.SERVER)
                .param("lines[0].words", "Server")
                .param("lines[0].quantity", "2")
                .param("lines[0].price", "95")
                .with(csrf());
    }

    private boolean shown(Viewer viewer, String address) throws Exception {
        return mvc.perform(get(address).with(signedIn(viewer)))
                        .andReturn()
                        .getResponse()
                        .getStatus()
                == 200;
    }

    private List<String> found(Viewer viewer, String address) throws Exception {
        return found(viewer, get(address));
    }

    private List<String> found(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        request.header("Accept-Language", "en").with(signedIn(viewer)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isLessThan(500);
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>(SECRETS);
        found.removeIf(secret -> !page.contains(secret));
        return found;
    }
}
