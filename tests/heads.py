"""One short article in each language, to stand under the lines that sites print around articles."""

from __future__ import annotations

TEXTS = {
    "en": (
        "Fishermen at Marlow ask for a deeper harbour",
        "The fishermen of Marlow have asked the council to dig the harbour deeper, since sand keeps filling it up.",
        "A boat of twelve metres cannot leave at low tide any more, said the head of their cooperative, Tom Ferrier.",
        "The council promised to look for money but named no sum.",
    ),
    "fr": (
        "Les pêcheurs de Sarel demandent un port plus profond",
        "Les pêcheurs de Sarel demandent à la commune de creuser le port, que le sable comble peu à peu.",
        "Un bateau de douze mètres ne sort plus à marée basse, dit le président de leur coopérative, Moussa Fall.",
        "La commune promet de chercher de l'argent, sans donner de montant.",
    ),
    "ar": (
        "صيادو الميناء الصغير يطالبون بتعميق حوضه",
        "يطالب صيادو الميناء الصغير المجلس الجماعي بتعميق حوضه الذي تملؤه الرمال شيئا فشيئا.",
        "لا تستطيع السفن الكبيرة الخروج عند انحسار الماء، حسب رئيس التعاونية عمر البحري.",
        "يعد المجلس بالبحث عن المال من غير أن يذكر مبلغا محددا.",
    ),
    "ary": (
        "الحواتة ديال المرسى باغيين يغرقو البلاصة ديال الفلايك",
        "الحواتة ديال المرسى كيطلبو من الجماعة باش تحفر البلاصة ديال الفلايك حيت الرملة كتعمرها شوية بشوية.",
        "الفلوكة الكبيرة ما بقاتش كتقدر تخرج ملي كيهبط الما، هادشي لي كيقول عمر، الرئيس ديال التعاونية.",
        "الجماعة كتواعد بلي كتقلب على الفلوس، ولكن ما كتقولش شحال.",
    ),
}
