package org.triviumcrm.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;
import org.triviumcrm.demo.DemoCustomers.Company;

/** Whom the made-up campaigns have invited, who came, and the opportunities that came of it. */
@Component
class DemoAudience {

    /** Opportunities begin within this time after a campaign has. */
    private static final int EFFECT_DAYS = 150;

    private static final int MOST_TOUCHES = 3;

    private final DemoWriter writer;

    DemoAudience(DemoWriter writer) {
        this.writer = writer;
    }

    void write(
            List<DemoCampaign> campaigns,
            List<DemoOpportunities.Written> deals,
            LocalDate today,
            RandomGenerator chance) {
        Map<Long, Integer> touched = new HashMap<>();
        List<Map<String, Object>> touches = new ArrayList<>();
        List<Map<String, Object>> participants = new ArrayList<>();
        List<Company> companies = deals.stream()
                .map(DemoOpportunities.Written::company)
                .distinct()
                .toList();
        for (DemoCampaign one : campaigns) {
            List<DemoOpportunities.Written> brought = brought(one, deals, touched, chance);
            Set<Long> came = new LinkedHashSet<>();
            for (var deal : brought) {
                touched.merge(deal.id(), 1, Integer::sum);
                touches.add(touch(one, deal));
                came.addAll(deal.company().contacts().subList(0, 1));
            }
            participants.addAll(participants(one, came, companies, today, chance));
            leads(one);
        }
        writer.insert("campaign_participant", participants);
        writer.insert("opportunity_touch", touches);
    }

    /** Every other one was won, as long as there are some: a campaign that brings nothing is an exception. */
    private static List<DemoOpportunities.Written> brought(
            DemoCampaign one,
            List<DemoOpportunities.Written> deals,
            Map<Long, Integer> touched,
            RandomGenerator chance) {
        List<DemoOpportunities.Written> fitting = new ArrayList<>(deals.stream()
                .filter(deal -> one.isFor(deal.company())
                        && touched.getOrDefault(deal.id(), 0) < MOST_TOUCHES
                        && mayHaveMoved(one, deal.deal()))
                .toList());
        List<DemoOpportunities.Written> won = new ArrayList<>(
                fitting.stream().filter(deal -> deal.deal().won()).toList());
        fitting.removeAll(won);
        List<DemoOpportunities.Written> chosen = new ArrayList<>();
        while (chosen.size() < one.brings() && !(fitting.isEmpty() && won.isEmpty())) {
            var from = fitting.isEmpty() || !won.isEmpty() && chosen.size() % 2 == 1 ? won : fitting;
            chosen.add(from.remove(chance.nextInt(from.size())));
        }
        return chosen;
    }

    /** It was open when the campaign began, or opened not long after. */
    private static boolean mayHaveMoved(DemoCampaign one, DemoDeal deal) {
        LocalDate closed = deal.closed();
        return one.hasBegun()
                && deal.opened().isBefore(one.startOn().plusDays(EFFECT_DAYS))
                && (closed == null || closed.isAfter(one.startOn()));
    }

    private static DemoRow touch(DemoCampaign one, DemoOpportunities.Written deal) {
        Instant at = DemoOpportunities.at(one.startOn()).plus(Duration.ofHours(2));
        return new DemoRow()
                .with("opportunity_id", deal.id())
                .with("campaign_id", one.id())
                .with("first_at", at)
                .with("last_at", at)
                .with("kind", one.people() > 0 ? "PARTICIPATION" : "HAND")
                .with("by_person_id", one.people() > 0 ? null : one.owner().id());
    }

    /** Those of whom something came, and others up to the number that was planned. */
    private static List<DemoRow> participants(
            DemoCampaign one, Set<Long> came, List<Company> companies, LocalDate today, RandomGenerator chance) {
        if (one.people() == 0) {
            return List.of();
        }
        List<Long> others = new ArrayList<>(companies.stream()
                .filter(one::isFor)
                .flatMap(company -> company.contacts().stream())
                .filter(contact -> !came.contains(contact))
                .toList());
        List<DemoRow> participants = new ArrayList<>();
        came.forEach(contact -> participants.add(participant(one, contact, "RESPONDED", today)));
        while (participants.size() < one.people() && !others.isEmpty()) {
            String status = one.hasBegun()
                    ? List.of("INVITED", "REGISTERED", "NO_SHOW", "ATTENDED", "ATTENDED")
                            .get(chance.nextInt(5))
                    : "CHOSEN";
            participants.add(participant(one, others.remove(chance.nextInt(others.size())), status, today));
        }
        return participants;
    }

    private static DemoRow participant(DemoCampaign one, long contact, String status, LocalDate today) {
        LocalDate chosen = one.createdOn().isBefore(today) ? one.createdOn() : today.minusDays(1);
        Instant at = DemoOpportunities.at(chosen);
        Instant begun = DemoOpportunities.at(one.startOn());
        boolean beyond = !status.equals("CHOSEN");
        boolean there = status.equals("ATTENDED") || status.equals("RESPONDED");
        return new DemoRow()
                .with("campaign_id", one.id())
                .with("contact_id", contact)
                .with("status", status)
                .with("invited_at", beyond ? at.plus(Duration.ofDays(15)) : null)
                .with("registered_at", beyond && !status.equals("INVITED") ? at.plus(Duration.ofDays(20)) : null)
                .with("no_show_at", status.equals("NO_SHOW") ? begun : null)
                .with("attended_at", there ? begun : null)
                .with("responded_at", status.equals("RESPONDED") ? begun.plus(Duration.ofHours(2)) : null)
                .with("source", "FILTER")
                .with("created_by", one.owner().id())
                .since(at, there ? begun.plus(Duration.ofHours(2)) : at);
    }

    /** Leads of its source that came while it ran or since. */
    private void leads(DemoCampaign one) {
        writer.database()
                .update(
                        "update lead set campaign_id = :campaign where source = :source and campaign_id is null",
                        Map.of("campaign", one.id(), "source", one.source()));
    }
}
