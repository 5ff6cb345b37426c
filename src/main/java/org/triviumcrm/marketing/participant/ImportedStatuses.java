package org.triviumcrm.marketing.participant;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportReference;

/**
 * How far people have come, as files name it. Each status has its place in {@link ParticipantStatus}, from 1, for an id; what is
 * called otherwise, such as "yes", is asked once.
 */
@Component
class ImportedStatuses implements ImportReference {

    static final String KEY = "participant-status";

    private static final Map<ParticipantStatus, List<String>> WORDS = Map.of(
            ParticipantStatus.CHOSEN, List.of("chosen", "selected", "已选定", "已选择"),
            ParticipantStatus.INVITED, List.of("invited", "sent", "invitation sent", "已邀请", "已发送"),
            ParticipantStatus.REGISTERED,
                    List.of("registered", "signed up", "confirmed", "accepted", "已报名", "报名", "已注册", "已确认"),
            ParticipantStatus.NO_SHOW,
                    List.of("no-show", "no show", "noshow", "absent", "didn't come", "didn’t come", "未到场", "未参加", "缺席"),
            ParticipantStatus.ATTENDED,
                    List.of(
                            "attended",
                            "present",
                            "came",
                            "checked in",
                            "checked-in",
                            "participated",
                            "已到场",
                            "已参加",
                            "已签到",
                            "签到"),
            ParticipantStatus.RESPONDED, List.of("responded", "response", "answered", "replied", "已回应", "已回复"));

    private final MessageSource messages;

    ImportedStatuses(MessageSource messages) {
        this.messages = messages;
    }

    static ParticipantStatus of(long id) {
        return ParticipantStatus.values()[(int) id - 1];
    }

    private static long id(ParticipantStatus status) {
        return status.ordinal() + 1L;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Map<String, Long> find(Collection<String> texts, ImportContext context) {
        Map<String, Long> found = new HashMap<>();
        for (String text : texts) {
            WORDS.forEach((status, words) -> {
                if (words.contains(text.strip().toLowerCase(Locale.ROOT))) {
                    found.put(text, id(status));
                }
            });
        }
        return found;
    }

    @Override
    public List<Named> similar(String text, ImportContext context) {
        return List.of();
    }

    /** All of them, whatever is typed, in the language of the page that asks. */
    @Override
    public List<Named> choices(String typed, ImportContext context) {
        Locale locale = LocaleContextHolder.getLocale();
        return Arrays.stream(ParticipantStatus.values())
                .map(status -> new Named(
                        id(status), messages.getMessage("marketing.participant.status." + status, null, locale)))
                .toList();
    }
}
