package org.triviumcrm.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.DemoData;

/**
 * The English and the Chinese sister company with a year of history that ends today. The same day gives the same data:
 * all chance comes from one seed.
 */
@Component
class DemoCompany implements DemoData {

    private static final long SEED = 20261123;
    private static final Duration HISTORY = Duration.ofDays(400);

    /** What one unit of a currency is worth in pounds, in which products.csv is written. */
    private static final Map<String, BigDecimal> IN_POUNDS = Map.of(
            "GBP", BigDecimal.ONE,
            "EUR", new BigDecimal("0.86"),
            "USD", new BigDecimal("0.79"),
            "CNY", new BigDecimal("0.109"),
            "JPY", new BigDecimal("0.0052"),
            "CHF", new BigDecimal("0.89"),
            "HKD", new BigDecimal("0.101"),
            "SGD", new BigDecimal("0.59"));

    private final DemoWriter writer;
    private final DemoPeople people;
    private final DemoCustomers customers;
    private final DemoOpportunities opportunities;
    private final DemoActivities activities;
    private final DemoPools pools;
    private final DemoTerritories territories;
    private final DemoLeads leads;
    private final DemoCampaigns campaigns;
    private final DemoTickets tickets;
    private final DemoMacros macros;
    private final DemoChats chats;
    private final DemoArticles articles;
    private final DemoSurveys surveys;
    private final DemoPortal portal;
    private final DemoCare care;
    private final DemoCatalogue catalogue;
    private final DemoForecasts forecasts;
    private final DemoQuotas quotas;
    private final DemoQuotes quotes;
    private final DemoContracts contracts;
    private final DemoPayments payments;
    private final Clock clock;

    DemoCompany(
            DemoWriter writer,
            DemoPeople people,
            DemoCustomers customers,
            DemoOpportunities opportunities,
            DemoActivities activities,
            DemoPools pools,
            DemoTerritories territories,
            DemoLeads leads,
            DemoCampaigns campaigns,
            DemoTickets tickets,
            DemoMacros macros,
            DemoChats chats,
            DemoArticles articles,
            DemoSurveys surveys,
            DemoPortal portal,
            DemoCare care,
            DemoCatalogue catalogue,
            DemoForecasts forecasts,
            DemoQuotas quotas,
            DemoQuotes quotes,
            DemoContracts contracts,
            DemoPayments payments,
            Clock clock) {
        this.writer = writer;
        this.people = people;
        this.customers = customers;
        this.opportunities = opportunities;
        this.activities = activities;
        this.pools = pools;
        this.territories = territories;
        this.leads = leads;
        this.campaigns = campaigns;
        this.tickets = tickets;
        this.macros = macros;
        this.chats = chats;
        this.articles = articles;
        this.surveys = surveys;
        this.portal = portal;
        this.care = care;
        this.catalogue = catalogue;
        this.forecasts = forecasts;
        this.quotas = quotas;
        this.quotes = quotes;
        this.contracts = contracts;
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public void fill(CompanySetUp company, @Nullable String passwordHash) {
        Random chance = new Random(SEED);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, company.zone());
        Instant since = now.minus(HISTORY);
        DemoWords words = new DemoWords();
        DemoCast cast = people.write(passwordHash, since);
        var companies = customers.write(cast, words, since, chance);
        DemoPipeline pipeline = DemoPipeline.read(
                writer, catalogue.write(company.currency(), pounds(company.currency()), since, today));
        var deals = opportunities.write(companies, pipeline, words, company.currency(), today, chance);
        activities.write(deals, words, company.currency(), pounds(company.currency()), today, now, chance);
        pools.write(cast, since, now);
        territories.write(cast, since);
        forecasts.write(cast, today);
        quotas.write(cast, today, now);
        leads.write(cast, words, now);
        campaigns.write(cast, deals, company.currency(), pounds(company.currency()), today);
        tickets.write(cast, companies, pipeline.products(), now);
        macros.write(since, now);
        chats.write(cast, since, now);
        articles.write(cast, now, today);
        surveys.write(since, now);
        portal.write(companies, passwordHash, now);
        DemoSegments.write(writer, since);
        DemoScores.write(writer, since);
        DemoMarket.write(writer, company.currency(), pounds(company.currency()), today, since);
        care.write(cast, pounds(company.currency()), today, now);
        writer.startHistory(
                List.of(
                        "person",
                        "team",
                        "product_category",
                        "product_unit",
                        "tax_rate",
                        "product",
                        "price_list",
                        "price",
                        "customer",
                        "contact",
                        "segment",
                        "score_rule",
                        "competitor",
                        "market_axis",
                        "market_offer",
                        "opportunity_pool",
                        "territory",
                        "lead",
                        "campaign",
                        "campaign_cost",
                        "ticket",
                        "macro",
                        "chat_widget",
                        "care_plan",
                        "article_category",
                        "article",
                        "article_text",
                        "survey",
                        "survey_question",
                        "opportunity"),
                now);
        quotes.write(today);
        contracts.write(today);
        payments.write(today, now);
    }

    @Override
    public List<Guest> guests() {
        return DemoFile.PEOPLE.rows().stream()
                .map(row -> new Guest(
                        row.getField("name"),
                        row.getField("sign_in_name"),
                        row.getField("role"),
                        Locale.forLanguageTag(row.getField("locale"))))
                .toList();
    }

    private static BigDecimal pounds(String currency) {
        return IN_POUNDS.getOrDefault(currency, BigDecimal.ONE);
    }
}
