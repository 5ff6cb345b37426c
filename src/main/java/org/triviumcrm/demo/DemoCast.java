package org.triviumcrm.demo;

import java.util.List;
import java.util.random.RandomGenerator;

/** The people of the demo, by the part of the company they work in. */
record DemoCast(List<Member> members) {

    /** @param team key in teams.csv, such as {@code en.north} */
    record Member(long id, long teamId, String team, String role) {}

    /** A representative of a company ({@code en}, {@code zh}) and region of the customer. */
    Member representativeFor(String language, String region, RandomGenerator chance) {
        String team = language + "."
                + switch (region) {
                    case "华东" -> "east";
                    case "华南" -> "south";
                    case "华北" -> "north";
                    case "Munster", "Connacht", "London", "South East", "South West", "East Anglia" -> "south";
                    default -> "north";
                };
        List<Member> choices = members.stream()
                .filter(member -> member.team().equals(team) && member.role().equals("sales_representative"))
                .toList();
        return choices.get(chance.nextInt(choices.size()));
    }

    /** The agent who answers in a language. */
    Member agentFor(String language) {
        return members.stream()
                .filter(member ->
                        member.role().equals("service_agent") && member.team().startsWith(language))
                .findFirst()
                .orElseThrow();
    }
}
