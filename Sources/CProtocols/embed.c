// The list is kept by hand; a test compares it with the folder.
#include "CProtocols.h"

static const uint8_t contradictions[] = {
#embed "../../Resources/Protocols/mesotherapy/contradictions.yaml"
};
static const uint8_t emergencies[] = {
#embed "../../Resources/Protocols/mesotherapy/emergencies.yaml"
};
static const uint8_t guidance[] = {
#embed "../../Resources/Protocols/mesotherapy/guidance.yaml"
};
static const uint8_t protected_findings[] = {
#embed "../../Resources/Protocols/mesotherapy/protected.csv"
};
static const uint8_t protocol[] = {
#embed "../../Resources/Protocols/mesotherapy/protocol.yaml"
};
static const uint8_t questions_01_arrival[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/01-arrival.yaml"
};
static const uint8_t questions_02_identity[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/02-identity.yaml"
};
static const uint8_t questions_03_request[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/03-request.yaml"
};
static const uint8_t questions_04_general_health[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/04-general-health.yaml"
};
static const uint8_t questions_05_top_level_gates[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/05-top-level-gates.yaml"
};
static const uint8_t questions_06_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/06-medicines.yaml"
};
static const uint8_t questions_07_plan_and_allergies[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/07-plan-and-allergies.yaml"
};
static const uint8_t questions_08_ingredient_questions[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/08-ingredient-questions.yaml"
};
static const uint8_t questions_09_pregnancy[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/09-pregnancy.yaml"
};
static const uint8_t questions_10_sun[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/10-sun.yaml"
};
static const uint8_t questions_11_skin_at_site[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/11-skin-at-site.yaml"
};
static const uint8_t questions_12_recent_procedures[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/12-recent-procedures.yaml"
};
static const uint8_t questions_13_lifestyle[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/13-lifestyle.yaml"
};
static const uint8_t questions_14_mind_and_consent[] = {
#embed "../../Resources/Protocols/mesotherapy/questions/14-mind-and-consent.yaml"
};
static const uint8_t risk_orders[] = {
#embed "../../Resources/Protocols/mesotherapy/risk-orders.yaml"
};
static const uint8_t cases_adverse_event[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/adverse-event.cases.yaml"
};
static const uint8_t rules_adverse_event[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/adverse-event.yaml"
};
static const uint8_t cases_allergy_and_bleeding[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/allergy-and-bleeding.cases.yaml"
};
static const uint8_t rules_allergy_and_bleeding[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/allergy-and-bleeding.yaml"
};
static const uint8_t cases_allergy_list[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/allergy-list.cases.yaml"
};
static const uint8_t rules_allergy_list[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/allergy-list.yaml"
};
static const uint8_t cases_arrival_and_setting[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/arrival-and-setting.cases.yaml"
};
static const uint8_t rules_arrival_and_setting[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/arrival-and-setting.yaml"
};
static const uint8_t cases_blood_thinners[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/blood-thinners.cases.yaml"
};
static const uint8_t rules_blood_thinners[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/blood-thinners.yaml"
};
static const uint8_t cases_body_weight[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/body-weight.cases.yaml"
};
static const uint8_t rules_body_weight[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/body-weight.yaml"
};
static const uint8_t cases_cancer_and_blood[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/cancer-and-blood.cases.yaml"
};
static const uint8_t rules_cancer_and_blood[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/cancer-and-blood.yaml"
};
static const uint8_t cases_diabetes_and_epilepsy[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/diabetes-and-epilepsy.cases.yaml"
};
static const uint8_t rules_diabetes_and_epilepsy[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/diabetes-and-epilepsy.yaml"
};
static const uint8_t cases_earlier_sessions[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/earlier-sessions.cases.yaml"
};
static const uint8_t rules_earlier_sessions[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/earlier-sessions.yaml"
};
static const uint8_t cases_general_care[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/general-care.cases.yaml"
};
static const uint8_t rules_general_care[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/general-care.yaml"
};
static const uint8_t cases_heart_and_circulation[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/heart-and-circulation.cases.yaml"
};
static const uint8_t rules_heart_and_circulation[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/heart-and-circulation.yaml"
};
static const uint8_t cases_illness_and_immunity[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/illness-and-immunity.cases.yaml"
};
static const uint8_t rules_illness_and_immunity[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/illness-and-immunity.yaml"
};
static const uint8_t cases_implants_and_electricity[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/implants-and-electricity.cases.yaml"
};
static const uint8_t rules_implants_and_electricity[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/implants-and-electricity.yaml"
};
static const uint8_t cases_indication[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/indication.cases.yaml"
};
static const uint8_t rules_indication[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/indication.yaml"
};
static const uint8_t cases_kidney_and_liver[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/kidney-and-liver.cases.yaml"
};
static const uint8_t rules_kidney_and_liver[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/kidney-and-liver.yaml"
};
static const uint8_t cases_lifestyle[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/lifestyle.cases.yaml"
};
static const uint8_t rules_lifestyle[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/lifestyle.yaml"
};
static const uint8_t cases_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/medicines.cases.yaml"
};
static const uint8_t rules_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/medicines.yaml"
};
static const uint8_t cases_metal_and_numbing[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/metal-and-numbing.cases.yaml"
};
static const uint8_t rules_metal_and_numbing[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/metal-and-numbing.yaml"
};
static const uint8_t cases_mind_and_consent[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/mind-and-consent.cases.yaml"
};
static const uint8_t rules_mind_and_consent[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/mind-and-consent.yaml"
};
static const uint8_t cases_mixture[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/mixture.cases.yaml"
};
static const uint8_t rules_mixture[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/mixture.yaml"
};
static const uint8_t cases_pregnancy[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/pregnancy.cases.yaml"
};
static const uint8_t rules_pregnancy[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/pregnancy.yaml"
};
static const uint8_t cases_procedures[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/procedures.cases.yaml"
};
static const uint8_t rules_procedures[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/procedures.yaml"
};
static const uint8_t cases_product_and_device[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/product-and-device.cases.yaml"
};
static const uint8_t rules_product_and_device[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/product-and-device.yaml"
};
static const uint8_t cases_skin_tests[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/skin-tests.cases.yaml"
};
static const uint8_t rules_skin_tests[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/skin-tests.yaml"
};
static const uint8_t cases_skin[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/skin.cases.yaml"
};
static const uint8_t rules_skin[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/skin.yaml"
};
static const uint8_t cases_sun[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/sun.cases.yaml"
};
static const uint8_t rules_sun[] = {
#embed "../../Resources/Protocols/mesotherapy/rules/sun.yaml"
};
static const uint8_t skin_test_guidance[] = {
#embed "../../Resources/Protocols/mesotherapy/skin-test-guidance.yaml"
};
static const uint8_t sources[] = {
#embed "../../Resources/Protocols/mesotherapy/sources.yaml"
};
static const uint8_t table_findings[] = {
#embed "../../Resources/Protocols/mesotherapy/table-findings.yaml"
};
static const uint8_t weight_changes[] = {
#embed "../../Resources/Protocols/mesotherapy/weight-changes.yaml"
};
static const uint8_t wording[] = {
#embed "../../Resources/Protocols/mesotherapy/wording.yaml"
};

static const uint8_t tables_allergen_ingredients[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/allergen-ingredients.csv"
}, tables_allergen_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/allergen-medicines.csv"
}, cases_tables_allergen_reactions[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/allergen-reactions.cases.yaml"
}, tables_allergen_reactions[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/allergen-reactions.csv"
}, tables_allergen_tags[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/allergen-tags.csv"
}, tables_allergens[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/allergens.csv"
}, tables_class_tags[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/class-tags.csv"
}, tables_combination_brands[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/combination-brands.csv"
}, cases_tables_ingredient_conditions[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/ingredient-conditions.cases.yaml"
}, tables_ingredient_conditions[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/ingredient-conditions.csv"
}, cases_tables_ingredient_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/ingredient-medicines.cases.yaml"
}, tables_ingredient_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/ingredient-medicines.csv"
}, cases_tables_ingredients[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/ingredients.cases.yaml"
}, tables_ingredient_substances[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/ingredient-substances.csv"
}, tables_ingredients[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/ingredients.csv"
}, tables_medicine_forms[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/medicine-forms.csv"
}, tables_medicine_keys[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/medicine-keys.csv"
}, tables_medicine_plans[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/medicine-plans.csv"
}, cases_tables_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/medicines.cases.yaml"
}, tables_medicines[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/medicines.csv"
}, tables_name_words[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/name-words.csv"
}, tables_plan[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/plan.csv"
}, tables_planned_reactions[] = {
#embed "../../Resources/Protocols/mesotherapy/tables/planned-reactions.csv"
};

static const pack_file files[] = {
    {"contradictions.yaml", contradictions, sizeof contradictions},
    {"emergencies.yaml", emergencies, sizeof emergencies},
    {"guidance.yaml", guidance, sizeof guidance},
    {"protected.csv", protected_findings, sizeof protected_findings},
    {"protocol.yaml", protocol, sizeof protocol},
    {"questions/01-arrival.yaml", questions_01_arrival, sizeof questions_01_arrival},
    {"questions/02-identity.yaml", questions_02_identity, sizeof questions_02_identity},
    {"questions/03-request.yaml", questions_03_request, sizeof questions_03_request},
    {"questions/04-general-health.yaml", questions_04_general_health, sizeof questions_04_general_health},
    {"questions/05-top-level-gates.yaml", questions_05_top_level_gates, sizeof questions_05_top_level_gates},
    {"questions/06-medicines.yaml", questions_06_medicines, sizeof questions_06_medicines},
    {"questions/07-plan-and-allergies.yaml", questions_07_plan_and_allergies, sizeof questions_07_plan_and_allergies},
    {"questions/08-ingredient-questions.yaml", questions_08_ingredient_questions, sizeof questions_08_ingredient_questions},
    {"questions/09-pregnancy.yaml", questions_09_pregnancy, sizeof questions_09_pregnancy},
    {"questions/10-sun.yaml", questions_10_sun, sizeof questions_10_sun},
    {"questions/11-skin-at-site.yaml", questions_11_skin_at_site, sizeof questions_11_skin_at_site},
    {"questions/12-recent-procedures.yaml", questions_12_recent_procedures, sizeof questions_12_recent_procedures},
    {"questions/13-lifestyle.yaml", questions_13_lifestyle, sizeof questions_13_lifestyle},
    {"questions/14-mind-and-consent.yaml", questions_14_mind_and_consent, sizeof questions_14_mind_and_consent},
    {"risk-orders.yaml", risk_orders, sizeof risk_orders},
    {"rules/adverse-event.cases.yaml", cases_adverse_event, sizeof cases_adverse_event},
    {"rules/adverse-event.yaml", rules_adverse_event, sizeof rules_adverse_event},
    {"rules/allergy-and-bleeding.cases.yaml", cases_allergy_and_bleeding, sizeof cases_allergy_and_bleeding},
    {"rules/allergy-and-bleeding.yaml", rules_allergy_and_bleeding, sizeof rules_allergy_and_bleeding},
    {"rules/allergy-list.cases.yaml", cases_allergy_list, sizeof cases_allergy_list},
    {"rules/allergy-list.yaml", rules_allergy_list, sizeof rules_allergy_list},
    {"rules/arrival-and-setting.cases.yaml", cases_arrival_and_setting, sizeof cases_arrival_and_setting},
    {"rules/arrival-and-setting.yaml", rules_arrival_and_setting, sizeof rules_arrival_and_setting},
    {"rules/blood-thinners.cases.yaml", cases_blood_thinners, sizeof cases_blood_thinners},
    {"rules/blood-thinners.yaml", rules_blood_thinners, sizeof rules_blood_thinners},
    {"rules/body-weight.cases.yaml", cases_body_weight, sizeof cases_body_weight},
    {"rules/body-weight.yaml", rules_body_weight, sizeof rules_body_weight},
    {"rules/cancer-and-blood.cases.yaml", cases_cancer_and_blood, sizeof cases_cancer_and_blood},
    {"rules/cancer-and-blood.yaml", rules_cancer_and_blood, sizeof rules_cancer_and_blood},
    {"rules/diabetes-and-epilepsy.cases.yaml", cases_diabetes_and_epilepsy, sizeof cases_diabetes_and_epilepsy},
    {"rules/diabetes-and-epilepsy.yaml", rules_diabetes_and_epilepsy, sizeof rules_diabetes_and_epilepsy},
    {"rules/earlier-sessions.cases.yaml", cases_earlier_sessions, sizeof cases_earlier_sessions},
    {"rules/earlier-sessions.yaml", rules_earlier_sessions, sizeof rules_earlier_sessions},
    {"rules/general-care.cases.yaml", cases_general_care, sizeof cases_general_care},
    {"rules/general-care.yaml", rules_general_care, sizeof rules_general_care},
    {"rules/heart-and-circulation.cases.yaml", cases_heart_and_circulation, sizeof cases_heart_and_circulation},
    {"rules/heart-and-circulation.yaml", rules_heart_and_circulation, sizeof rules_heart_and_circulation},
    {"rules/illness-and-immunity.cases.yaml", cases_illness_and_immunity, sizeof cases_illness_and_immunity},
    {"rules/illness-and-immunity.yaml", rules_illness_and_immunity, sizeof rules_illness_and_immunity},
    {"rules/implants-and-electricity.cases.yaml", cases_implants_and_electricity, sizeof cases_implants_and_electricity},
    {"rules/implants-and-electricity.yaml", rules_implants_and_electricity, sizeof rules_implants_and_electricity},
    {"rules/indication.cases.yaml", cases_indication, sizeof cases_indication},
    {"rules/indication.yaml", rules_indication, sizeof rules_indication},
    {"rules/kidney-and-liver.cases.yaml", cases_kidney_and_liver, sizeof cases_kidney_and_liver},
    {"rules/kidney-and-liver.yaml", rules_kidney_and_liver, sizeof rules_kidney_and_liver},
    {"rules/lifestyle.cases.yaml", cases_lifestyle, sizeof cases_lifestyle},
    {"rules/lifestyle.yaml", rules_lifestyle, sizeof rules_lifestyle},
    {"rules/medicines.cases.yaml", cases_medicines, sizeof cases_medicines},
    {"rules/medicines.yaml", rules_medicines, sizeof rules_medicines},
    {"rules/metal-and-numbing.cases.yaml", cases_metal_and_numbing, sizeof cases_metal_and_numbing},
    {"rules/metal-and-numbing.yaml", rules_metal_and_numbing, sizeof rules_metal_and_numbing},
    {"rules/mind-and-consent.cases.yaml", cases_mind_and_consent, sizeof cases_mind_and_consent},
    {"rules/mind-and-consent.yaml", rules_mind_and_consent, sizeof rules_mind_and_consent},
    {"rules/mixture.cases.yaml", cases_mixture, sizeof cases_mixture},
    {"rules/mixture.yaml", rules_mixture, sizeof rules_mixture},
    {"rules/pregnancy.cases.yaml", cases_pregnancy, sizeof cases_pregnancy},
    {"rules/pregnancy.yaml", rules_pregnancy, sizeof rules_pregnancy},
    {"rules/procedures.cases.yaml", cases_procedures, sizeof cases_procedures},
    {"rules/procedures.yaml", rules_procedures, sizeof rules_procedures},
    {"rules/product-and-device.cases.yaml", cases_product_and_device, sizeof cases_product_and_device},
    {"rules/product-and-device.yaml", rules_product_and_device, sizeof rules_product_and_device},
    {"rules/skin-tests.cases.yaml", cases_skin_tests, sizeof cases_skin_tests},
    {"rules/skin-tests.yaml", rules_skin_tests, sizeof rules_skin_tests},
    {"rules/skin.cases.yaml", cases_skin, sizeof cases_skin},
    {"rules/skin.yaml", rules_skin, sizeof rules_skin},
    {"rules/sun.cases.yaml", cases_sun, sizeof cases_sun},
    {"rules/sun.yaml", rules_sun, sizeof rules_sun},
    {"skin-test-guidance.yaml", skin_test_guidance, sizeof skin_test_guidance},
    {"sources.yaml", sources, sizeof sources},
    {"table-findings.yaml", table_findings, sizeof table_findings},
    {"tables/allergen-ingredients.csv", tables_allergen_ingredients, sizeof tables_allergen_ingredients},
    {"tables/allergen-medicines.csv", tables_allergen_medicines, sizeof tables_allergen_medicines},
    {"tables/allergen-reactions.cases.yaml", cases_tables_allergen_reactions, sizeof cases_tables_allergen_reactions},
    {"tables/allergen-reactions.csv", tables_allergen_reactions, sizeof tables_allergen_reactions},
    {"tables/allergen-tags.csv", tables_allergen_tags, sizeof tables_allergen_tags},
    {"tables/allergens.csv", tables_allergens, sizeof tables_allergens},
    {"tables/class-tags.csv", tables_class_tags, sizeof tables_class_tags},
    {"tables/combination-brands.csv", tables_combination_brands, sizeof tables_combination_brands},
    {"tables/ingredient-conditions.cases.yaml", cases_tables_ingredient_conditions, sizeof cases_tables_ingredient_conditions},
    {"tables/ingredient-conditions.csv", tables_ingredient_conditions, sizeof tables_ingredient_conditions},
    {"tables/ingredient-medicines.cases.yaml", cases_tables_ingredient_medicines, sizeof cases_tables_ingredient_medicines},
    {"tables/ingredient-medicines.csv", tables_ingredient_medicines, sizeof tables_ingredient_medicines},
    {"tables/ingredient-substances.csv", tables_ingredient_substances, sizeof tables_ingredient_substances},
    {"tables/ingredients.cases.yaml", cases_tables_ingredients, sizeof cases_tables_ingredients},
    {"tables/ingredients.csv", tables_ingredients, sizeof tables_ingredients},
    {"tables/medicine-forms.csv", tables_medicine_forms, sizeof tables_medicine_forms},
    {"tables/medicine-keys.csv", tables_medicine_keys, sizeof tables_medicine_keys},
    {"tables/medicine-plans.csv", tables_medicine_plans, sizeof tables_medicine_plans},
    {"tables/medicines.cases.yaml", cases_tables_medicines, sizeof cases_tables_medicines},
    {"tables/medicines.csv", tables_medicines, sizeof tables_medicines},
    {"tables/name-words.csv", tables_name_words, sizeof tables_name_words},
    {"tables/plan.csv", tables_plan, sizeof tables_plan},
    {"tables/planned-reactions.csv", tables_planned_reactions, sizeof tables_planned_reactions},
    {"weight-changes.yaml", weight_changes, sizeof weight_changes},
    {"wording.yaml", wording, sizeof wording},
};

size_t pack_file_count(void) { return sizeof files / sizeof *files; }

pack_file pack_file_at(size_t index) { return files[index]; }
