package org.triviumcrm.identity.log;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Teams;
import org.triviumcrm.identity.role.RoleNames;
import org.triviumcrm.shared.history.HistoryNames;

/** What the history calls people, teams, roles and their rights. */
@Configuration(proxyBeanMethods = false)
class IdentityNames {

    private record Names(String kind, BiFunction<Collection<String>, Locale, Map<String, String>> lookup)
            implements HistoryNames {

        @Override
        public Map<String, String> names(Collection<String> values, Locale locale) {
            return lookup.apply(values, locale);
        }
    }

    @Bean
    HistoryNames personNames(People people) {
        return new Names("person", (values, locale) -> byId(people::names, values));
    }

    @Bean
    HistoryNames teamNames(Teams teams) {
        return new Names("team", (values, locale) -> byId(teams::names, values));
    }

    @Bean
    HistoryNames roleNamesInHistory(RoleNames roles) {
        return new Names("role", (values, locale) -> byId(ids -> roles.all(locale), values));
    }

    /** A built-in role that nobody has renamed is named by its key. */
    @Bean
    HistoryNames builtInNames(MessageSource messages) {
        return new Names(
                "role-name",
                (values, locale) -> each(
                        values, value -> messages.getMessage("identity.role.builtIn." + value, null, value, locale)));
    }

    @Bean
    HistoryNames permissionNames(MessageSource messages) {
        return new Names(
                "permission",
                (values, locale) ->
                        each(values, value -> messages.getMessage("permission." + value, null, value, locale)));
    }

    @Bean
    HistoryNames accessNames(MessageSource messages) {
        return new Names(
                "access",
                (values, locale) -> each(values, value -> {
                    String[] grant = value.split(" ", 2);
                    return messages.getMessage("record." + grant[0], null, grant[0], locale) + ": "
                            + messages.getMessage("identity.access." + grant[1], null, grant[1], locale);
                }));
    }

    private static Map<String, String> byId(
            Function<Collection<Long>, Map<Long, String>> lookup, Collection<String> values) {
        Map<String, String> names = new HashMap<>();
        lookup.apply(values.stream().map(Long::valueOf).toList()).forEach((id, name) -> names.put(id.toString(), name));
        return names;
    }

    private static Map<String, String> each(Collection<String> values, Function<String, String> name) {
        return values.stream().collect(Collectors.toMap(Function.identity(), name));
    }
}
