/// The tables of a small pack: as many rows as the checks need.
extension SmallPack {
  static var withTables: SmallPack {
    var pack = SmallPack()
    for (name, lines) in tableLines {
      pack.texts["tables/\(name).csv"] = lines.joined(separator: "\n") + "\n"
    }
    return pack
  }

  private static let reactions = [
    "anaphylaxis,do-not-treat,,Leave it out.,caution,,Ask an allergist.",
    "immediate_mild,defer,event: tested,Leave it out.,proceed-after-patch-test,,Test first.",
    "contact_delayed,do-not-treat,,Leave it out.,proceed-after-patch-test,,Test first.",
    "severe_delayed,do-not-treat,,Never again.,do-not-treat,,Leave it out.",
    "intolerance,caution,,Write it down.,proceed,,No change.",
    "unknown,defer,event: asked again,Ask again.,caution,,Ask again.",
    "family_or_positive_test_only,proceed-after-patch-test,,Test first.,proceed,,No change.",
  ]

  private static let tableLines: [String: [String]] = [
    "medicine-keys": [
      "key,kind,members,except,washout_days,decided_here", "anticoagulant,tag,,,0,",
      "anticoagulant.vka,tag,,,0,", "antiplatelet,tag,,,0,", "nsaid,tag,,,0,",
      "steroid.systemic,tag,,,28,yes", "antithrombotic,group,anticoagulant;antiplatelet,,0,",
    ],
    "name-words": [
      "use,word,keys", "form,tablet,", "release,sr,", "unit,mg,", "suffix,gold,",
      "reason,heart,anticoagulant;antithrombotic",
    ],
    "medicines": [
      "id,name,alternative_names,atc,rxnorm,rxnorm_status,rxnorm_note,brands_in,brands_us,"
        + "brands_uk,brands_eu,brands_unconfirmed,misspellings,class,class_title,tags,bleeding,"
        + "reason,severity,until,evidence,sources,data_sources,decided_here",
      "warfarin,warfarin,warfarin sodium,B01AA03,11289,two-sources,,,Coumadin,Marevan,,Uniwarfin,"
        + "warferin,vka,Vitamin K antagonist,anticoagulant;anticoagulant.vka,high,"
        + "\"More bruising, \"\"INR\"\" must be known.\",caution,,B,S1,ATC,",
      "aspirin,aspirin,,B01AC06;N02BA01,,not-confirmed,,Ecosprin,,,,,asprine,aspirin,Aspirin,"
        + "antiplatelet,moderate,Platelets.,caution,,U,general,,",
      "prednisone,prednisone,,H02AB07,8640,one-source,UNII map,,,,,,,steroid,Corticosteroid,"
        + "steroid.systemic,low,Thin skin.,defer,event: 28 days later,B,S1,,yes",
      "ibuprofen,ibuprofen,,M01AE01,,not-confirmed,,Brufen,,,,,,nsaid,NSAID,nsaid,low,Pain.,"
        + "proceed,,C,S1,,",
    ],
    "combination-brands": [
      "brand,ingredients,medicines,keys,evidence,sources",
      "Ecosprin Gold,aspirin;simvastatin,aspirin,antithrombotic,U,S1",
      "Brufen Plus,ibuprofen;caffeine,ibuprofen,nsaid,U,S1",
    ],
    "allergens": [
      "id,name,synonyms,group,note,evidence,sources", "soy,Soy,soya;soybean,food,,C,general",
      "bovine_ovine,Bovine / ovine protein,,food,Ask.,A,S1",
    ],
    "allergen-reactions": [
      "allergen,reaction,severity_containing,until_containing,staff_containing,severity_cross,"
        + "until_cross,staff_cross"
    ] + ["soy", "bovine_ovine"].flatMap { id in reactions.map { "\(id),\($0)" } },
    "allergen-tags": ["tag,same_as", "lecithin,soy", "castor_oil,"],
    "ingredients": [
      "id,name,synonyms,category,category_note,uses,origin,excipients,allergen_tags,pregnancy,"
        + "pregnancy_note,skin_tests,skin_test_note,regulatory,severity,evidence,sources",
      "vitamin-e,Vitamin E,tocopherol,vitamin,,hair;skin,soy,,lecithin,defer,,patch,,,caution,B,S1",
      "hyaluronidase,Hyaluronidase,,enzyme,,,ovine,,bovine_ovine;castor_oil,do-not-treat,,"
        + "prick-intradermal,,,proceed-after-patch-test,B,S1",
      "cocktail,Cocktail,,combination,,,,,,not-stated,,none,,,caution,D,S1",
    ],
    "allergen-ingredients": [
      "allergen,vitamin-e,hyaluronidase,cocktail", "soy,cross!,-,parts",
      "bovine_ovine,-,contains,parts",
    ],
    "ingredient-conditions": [
      "id,ingredient,condition,severity,until,note,when,ask_if_planned,evidence,sources,"
        + "decided_here",
      "ingredient-vitamin-e-soy,vitamin-e,soy anaphylaxis,caution,,,"
        + "\"allergic(soy, anaphylaxis) and not free-of(vitamin-e, soy)\",,C,S1,",
      "ingredient-hyaluronidase-sting,hyaluronidase,recent sting,defer,event: no swelling,,"
        + "sting-swelling = yes or age < 18,sting-swelling,C,S1,yes",
    ],
    "ingredient-medicines": [
      "id,ingredient,medicine_key,severity,until,note,when,evidence,sources,decided_here",
      "ingredient-vitamin-e-with-vka,vitamin-e,anticoagulant.vka,caution,,,"
        + "taking(anticoagulant.vka) and not taking-any [nsaid],C,S1,",
    ],
  ]
}
