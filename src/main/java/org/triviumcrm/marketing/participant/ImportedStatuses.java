package org.triviumcrm.marketing.participant;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.triviumcrm.shared.exchange.ConstantReference;

/** How far people have come, as files name it. */
@Component
class ImportedStatuses extends ConstantReference<ParticipantStatus> {

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

    ImportedStatuses(MessageSource messages) {
        super(KEY, ParticipantStatus.class, WORDS, "marketing.participant.status.", messages);
    }

    static ParticipantStatus of(long id) {
        return constant(ParticipantStatus.class, id);
    }
}
