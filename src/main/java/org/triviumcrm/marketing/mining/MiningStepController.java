package org.triviumcrm.marketing.mining;

import jakarta.validation.Valid;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.Refusal;
import org.triviumcrm.shared.web.Rejected;

/** The further steps: what to learn from, and scoring. */
@Controller
class MiningStepController {

    private final MiningService mining;
    private final MiningResultService results;

    MiningStepController(MiningService mining, MiningResultService results) {
        this.mining = mining;
        this.results = results;
    }

    @CanRunMining
    @GetMapping(MiningController.ONE + "/training")
    String choose(@PathVariable long id, Viewer viewer, Model model) {
        MiningModel before = mining.model(viewer, id);
        MiningOffer offered = mining.offered(viewer, id);
        List<String> proposed = before.attributes().isEmpty()
                ? offered.attributes().stream()
                        .filter(OfferedAttribute::proposed)
                        .map(one -> one.attribute().key())
                        .toList()
                : before.attributes();
        model.addAttribute("training", new TrainMining(proposed, before.depth(), before.leaf(), before.balanced()));
        return training(before, offered, model);
    }

    @CanRunMining
    @PostMapping(MiningController.ONE + "/training")
    String train(
            @PathVariable long id,
            @Valid @ModelAttribute("training") TrainMining training,
            BindingResult errors,
            Viewer viewer,
            Model model) {
        if (!errors.hasErrors()) {
            try {
                mining.train(viewer, id, training);
                return "redirect:" + MiningController.PATH + "/" + id;
            } catch (Refusal refusal) {
                refusal.tell(errors);
            }
        }
        return Rejected.with(training(mining.model(viewer, id), mining.offered(viewer, id), model));
    }

    private String training(MiningModel before, MiningOffer offer, Model model) {
        model.addAttribute("mining", before);
        model.addAttribute("offer", offer);
        model.addAttribute("offered", offer.attributes());
        return "marketing/mining/training";
    }

    @PostMapping(MiningController.ONE + "/scoring")
    String score(@PathVariable long id, Viewer viewer, RedirectAttributes flash) {
        try {
            results.score(viewer, id);
        } catch (Refusal refusal) {
            flash.addFlashAttribute("problem", refusal.key());
        }
        return "redirect:" + MiningController.PATH + "/" + id;
    }
}
