package org.triviumcrm.support.chat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.list.Related;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.shared.web.Option;
import org.triviumcrm.support.queue.QueueService;

/** The desk at which agents talk with visitors. */
@Service
public class ChatDeskService {

    static final String ANSWER = "support.chat.answer";

    private static final Duration VISITOR_HERE = Duration.ofSeconds(30);
    private static final int WORDS = 500;

    private final ChatRepository chats;
    private final ChatReadRepository readings;
    private final ChatAgentRepository agents;
    private final ChatTalk talk;
    private final ChatTurns turns;
    private final QueueService queues;
    private final People people;
    private final Clock clock;

    ChatDeskService(
            ChatRepository chats,
            ChatReadRepository readings,
            ChatAgentRepository agents,
            ChatTalk talk,
            ChatTurns turns,
            QueueService queues,
            People people,
            Clock clock) {
        this.chats = chats;
        this.readings = readings;
        this.agents = agents;
        this.talk = talk;
        this.turns = turns;
        this.queues = queues;
        this.people = people;
        this.clock = clock;
    }

    /** The viewer's talks, and those that wait. */
    @CanAnswerChats
    @Transactional(readOnly = true)
    public List<ChatRow> rows(Viewer viewer) {
        return readings.desk(viewer);
    }

    /** Whether the viewer is there for new ones. */
    @CanAnswerChats
    @Transactional(readOnly = true)
    public boolean isAvailable(Viewer viewer) {
        return agents.find(viewer.personId(), clock.instant().minus(ChatTurns.GONE))
                .available();
    }

    /** @throws NotFound when the viewer does not see it */
    @CanViewChats
    @Transactional(readOnly = true)
    public ChatFacts page(Viewer viewer, long id) {
        return readings.find(viewer, id, clock.instant().minus(VISITOR_HERE)).orElseThrow(NotFound::new);
    }

    /** What was said after a number. @throws NotFound when the viewer does not see it */
    @CanViewChats
    @Transactional(readOnly = true)
    public List<ChatWord> words(Viewer viewer, long id, int after) {
        require(viewer, id);
        return chats.words(id, after, false, WORDS);
    }

    /** Those that the viewer sees. */
    @CanViewChats
    @Transactional(readOnly = true)
    public Related<ChatOfCustomer> ofCustomer(Viewer viewer, long customerId) {
        return readings.ofCustomer(viewer, customerId);
    }

    /** Takes new talks from now on, or does not. */
    @CanAnswerChats
    @Transactional
    public void set(Viewer viewer, boolean available) {
        turns.lock();
        agents.set(viewer.personId(), available, clock.instant());
        if (available) {
            turns.serveAll();
        }
    }

    /** The viewer is there. */
    @CanAnswerChats
    @Transactional
    public void seen(Viewer viewer) {
        agents.seen(viewer.personId(), clock.instant());
    }

    /**
     * The viewer answers from now on.
     *
     * @throws ChatRefused when somebody else has it, or it is over
     * @throws NotFound when the viewer does not see it
     */
    @CanAnswerChats
    @Transactional
    public void take(Viewer viewer, long id) {
        require(viewer, id);
        HeldChat chat = talk.hold(id);
        if (chat.isWith(viewer.personId())) {
            return;
        }
        if (chat.state() != ChatState.WAITING) {
            throw new ChatRefused(chat.isOver() ? "support.chat.error.over" : "support.chat.error.taken");
        }
        agents.seen(viewer.personId(), clock.instant());
        talk.give(chat, viewer.personId());
    }

    /**
     * Said to the visitor by whoever has the talk; among ourselves by whoever sees it.
     *
     * @throws ChatRefused when it is over, or somebody else answers
     */
    @CanAnswerChats
    @Transactional
    void say(Viewer viewer, long id, SayInChat input) {
        require(viewer, id);
        HeldChat chat = talk.hold(id);
        if (!input.isWhispered() && !chat.isWith(viewer.personId())) {
            throw new ChatRefused(chat.isOver() ? "support.chat.error.over" : "support.chat.error.notYours");
        }
        talk.say(
                chat,
                input.isWhispered() ? ChatWordKind.NOTE : ChatWordKind.AGENT,
                viewer.personId(),
                input.text(),
                input.client());
        chats.read(id, viewer.personId(), chat.visitorSeq());
    }

    /** The visitor sees that somebody is writing. */
    @CanAnswerChats
    @Transactional
    public void writing(Viewer viewer, long id) {
        require(viewer, id);
        chats.look(id).filter(chat -> chat.isWith(viewer.personId())).ifPresent(chat -> talk.writing(chat, false));
    }

    /** The viewer has seen what was said until this number. */
    @CanAnswerChats
    @Transactional
    public void read(Viewer viewer, long id, int seq) {
        require(viewer, id);
        if (chats.read(id, viewer.personId(), seq)) {
            talk.counted(viewer.personId());
        }
    }

    /**
     * Somebody else goes on, with a word for them.
     *
     * @throws ChatRefused when it is over, somebody else answers meanwhile, or that person can't answer
     * @throws NotFound when there is no such queue
     */
    @CanAnswerChats
    @Transactional
    void handOver(Viewer viewer, long id, HandOverChat input) {
        require(viewer, id);
        HeldChat chat = talk.hold(id);
        requireGoingOn(viewer, chat);
        String remark = input.remark();
        if (remark != null) {
            talk.say(chat, ChatWordKind.NOTE, viewer.personId(), remark, null);
        }
        Long agent = input.agentId();
        Long queue = input.queueId();
        if (agent != null) {
            if (agent == viewer.personId()
                    || !people.isPermitted(viewer, agent, ANSWER)
                    || !agents.isThere(agent, clock.instant().minus(ChatTurns.GONE))) {
                throw new ChatRefused("support.chat.error.notThere");
            }
            talk.event(chat, ChatEvent.HANDED_OVER, viewer.personId());
            talk.give(chat, agent);
        } else if (queue != null) {
            queues.choice(viewer, queue);
            turns.lock();
            talk.queue(chat, queue, viewer.personId());
            turns.serveOthers(queue, viewer.personId());
        } else {
            throw new NotFound();
        }
    }

    /** It is over. Once more changes nothing. */
    @CanAnswerChats
    @Transactional
    public void end(Viewer viewer, long id) {
        require(viewer, id);
        HeldChat chat = talk.hold(id);
        if (!chat.isOver()) {
            requireGoingOn(viewer, chat);
            talk.end(chat, ChatEnd.AGENT, viewer.personId());
            turns.serve(chat.queueId());
        }
    }

    /** Who is there and can go on with a talk. */
    @CanAnswerChats
    @Transactional(readOnly = true)
    public List<Option> colleagues(Viewer viewer) {
        return agents.there(viewer.personId(), clock.instant().minus(ChatTurns.GONE));
    }

    private void requireGoingOn(Viewer viewer, HeldChat chat) {
        if (chat.isOver()) {
            throw new ChatRefused("support.chat.error.over");
        }
        if (chat.state() == ChatState.ACTIVE && !chat.isWith(viewer.personId()) && !viewer.can("support.chat.manage")) {
            throw new ChatRefused("support.chat.error.notYours");
        }
    }

    private void require(Viewer viewer, long id) {
        if (!readings.isVisible(viewer, id)) {
            throw new NotFound();
        }
    }
}
