package org.triviumcrm.benchmark;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The pages people live in, asked for again and again on the million-row database. System properties: {@code base}
 * (default http://127.0.0.1:8080), {@code password} (of the administrator, which everybody shares), {@code clients}
 * (default 1), {@code rounds} (default 40), {@code limit} (p95 in ms that a page must stay under, default 50).
 */
public class PagesSimulation extends Simulation {

    private static final String BASE = System.getProperty("base", "http://127.0.0.1:8080");
    private static final String PASSWORD = System.getProperty("password", "");
    private static final int CLIENTS = Integer.getInteger("clients", 1);
    private static final int ROUNDS = Integer.getInteger("rounds", 40);
    private static final int LIMIT = Integer.getInteger("limit", 50);

    public PagesSimulation() {
        List<ScenarioBuilder> scenarios = new ArrayList<>();
        List<Assertion> assertions = new ArrayList<>();
        assertions.add(global().failedRequests().count().is(0L));
        for (String person : BenchmarkPages.PEOPLE) {
            scenarios.add(scenario(person)
                    .exec(signIn(person))
                    .rendezVous(CLIENTS)
                    .repeat(3)
                    .on(pages("warm-up " + person))
                    .repeat(ROUNDS)
                    .on(pages(person)));
            BenchmarkPages.ALL
                    .keySet()
                    .forEach(page -> assertions.add(
                            details(person, page).responseTime().percentile(95).lt(LIMIT)));
        }
        // One after the other: many attempts at once to sign in to one account are slowed down, as they should be.
        List<PopulationBuilder> people = scenarios.stream()
                .map(person -> person.injectOpen(rampUsers(CLIENTS).during(2L * CLIENTS)))
                .toList();
        setUp(people.get(0).andThen(people.get(1).andThen(people.get(2))))
                .protocols(http.baseUrl(BASE).disableFollowRedirect().disableCaching())
                .assertions(assertions);
    }

    private static ChainBuilder signIn(String person) {
        ChainBuilder signedIn = exec(http("sign-in page")
                        .get("/sign-in")
                        .check(css("input[name=_csrf]", "value").saveAs("csrf")))
                .exec(http("sign in")
                        .post("/sign-in")
                        .formParam("_csrf", "#{csrf}")
                        .formParam("name", person)
                        .formParam("password", PASSWORD)
                        .check(status().is(302)));
        for (Map.Entry<String, String> list : BenchmarkPages.LISTS.entrySet()) {
            signedIn = signedIn.exec(http("first " + list.getKey())
                    .get(list.getValue())
                    .check(css("table tbody a[href^='" + list.getValue() + "/']", "href")
                            .saveAs(list.getKey())));
        }
        return signedIn;
    }

    private static ChainBuilder pages(String name) {
        ChainBuilder chain = exec(session -> session);
        for (Map.Entry<String, String> page : BenchmarkPages.ALL.entrySet()) {
            chain = chain.exec(http(page.getKey()).get(page.getValue()).check(status().is(200)));
        }
        return group(name).on(chain);
    }
}
